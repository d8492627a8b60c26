package onair.channel.parts;

import org.jspecify.annotations.Nullable;

/**
 * What an encoder reads.
 *
 * @param inputId AWS's id of the input
 * @param backupId of another one that takes over while nothing comes into the first; absent for
 *     none
 * @param loops whether the input begins again when it has ended
 */
public record EncoderSource(String inputId, @Nullable String backupId, boolean loops) {

  /** One input, and nothing that takes over. */
  public EncoderSource(String inputId, boolean loops) {
    this(inputId, null, loops);
  }
}
