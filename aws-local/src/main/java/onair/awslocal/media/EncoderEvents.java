package onair.awslocal.media;

import org.jspecify.annotations.Nullable;

/**
 * What happens to one pipeline of a running channel, in order. Called on a thread of the media
 * plane: return soon. Nothing is called after {@link LiveEncoders#stop} has returned.
 */
public interface EncoderEvents {

  /** Something arrives at the input that is encoded, and goes to the encoder. */
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

  /**
   * Another input is encoded from now on.
   *
   * @param input its name
   * @param action of {@link EncoderCommand.SwitchInput}; null when one took over from another
   */
  default void inputSwitched(String input, @Nullable String action) {}

  /** A file has ended and does not begin again. */
  default void inputEnded(String input) {}

  /** A push of this name delivers. */
  default void pushConnected(String push) {}

  /**
   * A push of this name does not deliver; it is tried again after a pause.
   *
   * @param reason one line for people, without secrets
   */
  default void pushLost(String push, String reason) {}

  /**
   * A picture of an overlay or a slate cannot be used.
   *
   * @param reason one line for people
   */
  default void imageRefused(String reason) {}
}
