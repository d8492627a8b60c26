package onair.common.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When an owner runs next; pure but for the random part, which keeps owners from running in step.
 */
final class RunTimes {
  /** Outcomes that ask for less would keep a worker and AWS busy. */
  static final Duration SHORTEST = Duration.ofMillis(200);

  private static final double JITTER = 0.2;
  private static final int MOST_DOUBLINGS = 16;

  private final ReconcileProperties patience;
  private final RandomGenerator random;

  RunTimes(ReconcileProperties patience, RandomGenerator random) {
    this.patience = patience;
    this.random = random;
  }

  /**
   * @param failures failed runs in a row, this one included
   * @param doubt earliest end of a doubt among the owner's resources, which needs a run whatever
   *     the outcome says; one that is past is being worked on and looked at rarely
   */
  Instant next(Outcome outcome, int failures, @Nullable Instant doubt, Instant now) {
    var regular = now.plus(longer(wait(outcome, failures), SHORTEST));
    if (doubt == null) {
      return regular;
    }
    var soonest = now.plus(patience.settle().dividedBy(9));
    var check = doubt.isBefore(soonest) && !doubt.isAfter(now) ? soonest : doubt;
    return check.isBefore(regular) ? check : regular;
  }

  private Duration wait(Outcome outcome, int failures) {
    return switch (outcome) {
      case Outcome.Settled(Duration recheckAfter) -> spread(recheckAfter);
      case Outcome.Waiting(String reason, Duration after) -> after;
      case Outcome.Failed(String reason, Duration retryAfter) ->
          spread(backoff(retryAfter, failures));
      case Outcome.Blocked(String reason) -> spread(patience.blockedRecheck());
    };
  }

  private Duration backoff(Duration first, int failures) {
    var most = longer(patience.maxBackoff(), first);
    var grown = first.multipliedBy(1L << Math.clamp(failures - 1L, 0, MOST_DOUBLINGS));
    return grown.compareTo(most) < 0 ? grown : most;
  }

  /** Up to a fifth longer, never shorter. */
  private Duration spread(Duration wait) {
    return wait.plusMillis((long) (wait.toMillis() * JITTER * random.nextDouble()));
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
