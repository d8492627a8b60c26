package onair.vod.transcode;

import org.jspecify.annotations.Nullable;

/**
 * A job as AWS shows it.
 *
 * @param phase what it is doing, in a lower-case word; absent when it was not told
 * @param percent done, 0 to 100
 * @param error why it failed, in AWS's words; absent unless it did
 */
public record ObservedJob(
    State state, @Nullable String phase, int percent, @Nullable String error) {

  /** How far it is. Source: MediaConvert's {@code JobStatus}; a cancelled job counts as gone. */
  public enum State {
    /** Waits for its turn. */
    SUBMITTED,
    PROGRESSING,
    COMPLETE,
    ERROR
  }
}
