package onair.common.reconcile;

import java.time.Duration;

/** How a kind protects against a create that was sent twice. */
public sealed interface Idempotency {

  /**
   * AWS remembers the token and answers a repeat with the first resource.
   *
   * @param validity how long AWS remembers it, counted from the intent; one minute for MediaConvert
   */
  record Token(Duration validity) implements Idempotency {}

  /** A name chosen by us is unique; a second create is refused as a conflict. */
  record NaturalName() implements Idempotency {}

  /** Nothing: a second create makes a second resource. */
  record None() implements Idempotency {}
}
