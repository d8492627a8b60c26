package onair.awslocal.media;

/**
 * How a started channel is, with what was counted since it was started.
 *
 * @param connected whether a publisher or flow is there
 * @param producing whether an encoder runs
 * @param bytesIn of the source
 * @param framesIn pictures of the source
 * @param droppedFrames frames the encoder was too slow for
 * @param bytesOut of all renditions together
 */
public record EncoderHealth(
    boolean connected,
    boolean producing,
    long bytesIn,
    long framesIn,
    long droppedFrames,
    long bytesOut) {}
