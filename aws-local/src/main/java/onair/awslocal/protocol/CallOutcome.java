package onair.awslocal.protocol;

import org.jspecify.annotations.Nullable;

/** How a call ends, as its caller sees it. */
public sealed interface CallOutcome {

  /** What the service answers, be it a success or an error; only who made it looks inside. */
  non-sealed interface Answer extends CallOutcome {}

  /**
   * An error in the service's own shape.
   *
   * @param status HTTP status from 400 to 599
   * @param code null for the one the operation has for that status
   */
  record Refused(int status, @Nullable String code, String message) implements CallOutcome {}

  /** The service's own code and status for too many calls. */
  record Throttled(String message) implements CallOutcome {}

  /**
   * The connection is reset.
   *
   * @param torn the answer of which the head and the first half of the body are sent before; null
   *     when nothing is sent
   */
  record Cut(@Nullable Answer torn) implements CallOutcome {

    /** Reset without an answer. */
    public static final Cut UNANSWERED = new Cut(null);
  }
}
