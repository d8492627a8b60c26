package onair.common.reconcile;

import java.time.Duration;

/** What a delete call achieved. */
public sealed interface Deletion {

  /** AWS accepted it; the resource goes away in its own time. */
  record Requested() implements Deletion {}

  /** It is not there any more. */
  record Gone() implements Deletion {}

  /**
   * It cannot be deleted yet; the edge has done what leads there, such as stopping it.
   *
   * @param reason for people, such as "the channel is stopping"
   * @param after when to try again
   */
  record NotYet(String reason, Duration after) implements Deletion {}
}
