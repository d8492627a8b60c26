package onair.vod.harvest;

import org.jspecify.annotations.Nullable;

/**
 * A harvest job as AWS shows it.
 *
 * @param error why it failed, in AWS's words; absent unless it did
 */
public record ObservedHarvest(State state, @Nullable String error) {

  /** How far it is. A cancelled job counts as gone. */
  public enum State {
    QUEUED,
    IN_PROGRESS,
    COMPLETED,
    FAILED
  }
}
