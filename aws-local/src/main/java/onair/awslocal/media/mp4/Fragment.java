package onair.awslocal.media.mp4;

/**
 * One movie fragment of one track: its samples of one GOP or of a chunk of one.
 *
 * @param start decode time of the first sample, in the track's timescale
 * @param duration sum of its samples, in the track's timescale
 * @param samples how many
 * @param keyframe whether a decoder can begin with it
 * @param bytes moof and mdat; owned by the receiver
 */
@SuppressWarnings("ArrayRecordComponent") // fragments are never compared
public record Fragment(
    int trackId, long start, long duration, int samples, boolean keyframe, byte[] bytes) {}
