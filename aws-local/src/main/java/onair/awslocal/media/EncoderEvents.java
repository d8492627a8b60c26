package onair.awslocal.media;

/**
 * What happens to one running channel, in order. Called on a thread of the media plane: return
 * soon. Nothing is called after {@link LiveEncoders#stop} has returned.
 */
public interface EncoderEvents {

  /** A publisher is connected and its frames go to the encoder. */
  void inputConnected();

  /** Frames of the current connection have reached the origin; once after every (re)connect. */
  void firstOutput();

  /** The publisher has left or fallen silent. The channel waits for the next one. */
  void inputLost();

  /**
   * The encoder died or cannot use the source; it is tried again after a pause.
   *
   * @param reason one line for people, without secrets
   */
  void pipelineFailed(String reason);
}
