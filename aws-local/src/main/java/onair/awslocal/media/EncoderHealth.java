package onair.awslocal.media;

/**
 * How a started pipeline is, with what was counted since it was started.
 *
 * @param input name of the input that is encoded
 * @param connected whether a publisher, a flow or a pulled source is there
 * @param producing whether an encoder runs
 * @param bytesIn of the source
 * @param framesIn pictures of the source
 * @param droppedFrames frames the encoder was too slow for
 * @param bytesOut of all renditions together
 * @param lostMilliseconds how long nothing has arrived at the input that was to be encoded
 * @param filledMilliseconds how long something else was shown in its place
 */
public record EncoderHealth(
    String input,
    boolean connected,
    boolean producing,
    long bytesIn,
    long framesIn,
    long droppedFrames,
    long bytesOut,
    long lostMilliseconds,
    long filledMilliseconds) {

  /** Of a pipeline that has lost nothing. */
  public EncoderHealth(
      boolean connected,
      boolean producing,
      long bytesIn,
      long framesIn,
      long droppedFrames,
      long bytesOut) {
    this("", connected, producing, bytesIn, framesIn, droppedFrames, bytesOut, 0, 0);
  }
}
