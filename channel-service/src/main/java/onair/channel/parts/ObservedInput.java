package onair.channel.parts;

import org.jspecify.annotations.Nullable;

/**
 * An input in AWS.
 *
 * @param usable a channel can be attached to it, or is
 * @param state AWS's word for it
 * @param url address to push to without the stream key, {@code rtmp://203.0.113.9:1935/live};
 *     absent until AWS has given it one
 */
public record ObservedInput(boolean usable, String state, @Nullable String url) {}
