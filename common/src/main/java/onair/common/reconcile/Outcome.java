package onair.common.reconcile;

import java.time.Duration;

/** How a run of a reconciler ended, and so when the next one is due. */
public sealed interface Outcome {

  /**
   * AWS is as wanted.
   *
   * @param recheckAfter when to look for drift
   */
  record Settled(Duration recheckAfter) implements Outcome {}

  /** All well, AWS needs time. */
  record Waiting(String reason, Duration after) implements Outcome {}

  /**
   * Something went wrong that may pass.
   *
   * @param retryAfter shortest wait; repeated failures wait longer
   */
  record Failed(String reason, Duration retryAfter) implements Outcome {}

  /** Only a change of what is wanted, or of the account, helps; looked at again rarely. */
  record Blocked(String reason) implements Outcome {}
}
