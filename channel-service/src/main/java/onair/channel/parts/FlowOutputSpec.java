package onair.channel.parts;

import java.time.Duration;
import java.util.List;

/**
 * Where one partner receives from by SRT, calling a listener of ours.
 *
 * @param flowArn what they receive
 * @param port UDP port it listens on
 * @param cidrs who may connect, IPv4 ranges such as {@code 203.0.113.0/24}
 * @param secretArn holds the passphrase
 * @param latency how long lost packets can be asked for again
 */
public record FlowOutputSpec(
    String flowArn, int port, List<String> cidrs, String secretArn, Duration latency) {
  public FlowOutputSpec {
    cidrs = List.copyOf(cidrs);
  }
}
