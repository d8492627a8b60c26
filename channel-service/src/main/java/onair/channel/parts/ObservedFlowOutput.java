package onair.channel.parts;

import org.jspecify.annotations.Nullable;

/**
 * An output of a flow in AWS.
 *
 * @param address {@code host:port} a partner connects to; absent until AWS has given it one
 * @param peer who receives from it now; absent when nobody does, or AWS does not say
 */
public record ObservedFlowOutput(@Nullable String address, @Nullable String peer) {}
