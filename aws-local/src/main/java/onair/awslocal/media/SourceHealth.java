package onair.awslocal.media;

import org.jspecify.annotations.Nullable;

/**
 * How one source of a running flow is.
 *
 * @param connected whether a sender is there and bytes arrive
 * @param peer numeric address of the sender; null when there is none
 * @param isTransportStream whether what arrives looks like MPEG-TS; true when nothing arrives
 * @param bytes received since the flow was started
 * @param bitsPerSecond over the last seconds
 * @param refusal why the last attempt to connect failed; null when it did not
 */
public record SourceHealth(
    boolean connected,
    @Nullable String peer,
    boolean isTransportStream,
    long bytes,
    long bitsPerSecond,
    @Nullable SrtRefusal refusal) {}
