package onair.common.reconcile;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a failed call means for the run, and how a run's end is told. */
final class Refusals {
  static final Duration LONG_RETRY = Duration.ofSeconds(30);
  private static final Duration RETRY = Duration.ofSeconds(2);

  private Refusals() {}

  /** How a run ends that a failed call stopped. */
  static Outcome outcome(CallFailure failure) {
    return switch (failure.meaning()) {
      case INVALID -> new Outcome.Blocked(failure.reason());
      // Somebody has to free something, raise a limit or grant a right, and may do so at any time.
      case QUOTA, DENIED -> new Outcome.Failed(failure.reason(), LONG_RETRY);
      case NOT_FOUND, CONFLICT, THROTTLED, UNAVAILABLE ->
          new Outcome.Failed(failure.reason(), RETRY);
    };
  }

  static @Nullable String reason(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Settled settled -> null;
      case Outcome.Waiting(String reason, Duration after) -> reason;
      case Outcome.Failed(String reason, Duration retryAfter) -> reason;
      case Outcome.Blocked(String reason) -> reason;
    };
  }
}
