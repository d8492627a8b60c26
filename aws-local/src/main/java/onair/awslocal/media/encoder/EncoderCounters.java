package onair.awslocal.media.encoder;

/**
 * What has happened to a channel's encoder since it was started.
 *
 * @param runs processes started
 * @param failures processes that died, and sources that could not be used
 * @param droppedFrames frames the encoder was too slow for
 * @param pid of the process that runs now; 0 for none
 */
public record EncoderCounters(long runs, long failures, long droppedFrames, long pid) {}
