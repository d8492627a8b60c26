package onair.channel.parts;

import java.time.Duration;

/**
 * Where one broadcaster contributes to by SRT, calling a listener of ours.
 *
 * @param port UDP port it listens on
 * @param cidr who may connect, one IPv4 range such as {@code 203.0.113.0/24}; a source takes no
 *     more
 * @param secretArn holds the passphrase
 * @param latency how long lost packets can be asked for again
 */
public record FlowSpec(int port, String cidr, String secretArn, Duration latency) {}
