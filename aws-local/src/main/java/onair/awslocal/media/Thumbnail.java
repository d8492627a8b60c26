package onair.awslocal.media;

import java.time.Instant;

/**
 * A small picture of what a pipeline makes.
 *
 * @param jpeg at most 320 pixels wide
 * @param at when the picture was
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Thumbnail(byte[] jpeg, Instant at) {}
