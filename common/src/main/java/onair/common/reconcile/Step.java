package onair.common.reconcile;

import java.time.Instant;
import java.util.List;

/** What {@link ResourceDecision} wants done next for one resource. */
sealed interface Step<O> {

  /** Commit the intent of a new generation, send its create, record the answer. */
  record Create<O>(long generation) implements Step<O> {}

  /** Send the create of the present generation once more, with the same token and name. */
  record RepeatCreate<O>() implements Step<O> {}

  /** Ask AWS for the recorded id. */
  record Observe<O>() implements Step<O> {}

  /** Ask AWS for every copy there is. */
  record ListAll<O>() implements Step<O> {}

  /** Record a listed copy as ours; others, if any, are removed next. */
  record Adopt<O>(Found<O> oldest, boolean others) implements Step<O> {}

  /** Delete copies besides the recorded one. */
  record RemoveExtras<O>(List<Found<O>> extras) implements Step<O> {}

  /**
   * Record that the create never happened: the time for late effects is over, nothing is listed.
   */
  record NeverMade<O>() implements Step<O> {}

  /** Record that the resource is gone. */
  record Gone<O>() implements Step<O> {}

  /** Record that no lost answer can matter any more. */
  record ClearDoubt<O>() implements Step<O> {}

  /** Delete the resource, or do what leads there. */
  record Delete<O>(Found<O> found) implements Step<O> {}

  /** Nothing can be done before this moment. */
  record Wait<O>(Instant until, String reason) implements Step<O> {}

  /** AWS refused, and nothing of ours explains it. */
  record Refused<O>(String reason) implements Step<O> {}

  /** It exists as recorded. */
  record Ready<O>(Found<O> found) implements Step<O> {}

  /** It does not exist and cannot appear. */
  record Final<O>() implements Step<O> {}
}
