package onair.channel.parts;

import org.jspecify.annotations.Nullable;

/**
 * A flow in AWS.
 *
 * @param address {@code host:port} a broadcaster connects to; absent until AWS has given it one
 */
public record ObservedFlow(FlowState state, @Nullable String address) {}
