package onair.channel.live;

import java.time.Duration;
import onair.common.reconcile.Outcome;
import org.jspecify.annotations.Nullable;

/** What several outcomes come to, and what they tell the user; pure. */
final class Outcomes {

  static final String KEEPS_TRYING = "AWS did not do what we asked, and we keep trying: ";

  static final String REFUSES = "AWS refuses what we asked: ";

  /** How {@link onair.common.reconcile.Resources} begins what takes too long. */
  static final String OVERDUE = KEEPS_TRYING + "overdue: ";

  private Outcomes() {}

  /** The one with the worse news; of equals the one that is due earlier. */
  static Outcome worse(@Nullable Outcome one, Outcome other) {
    if (one == null) {
      return other;
    }
    int difference = weight(one) - weight(other);
    if (difference != 0) {
      return difference > 0 ? one : other;
    }
    return after(one).compareTo(after(other)) <= 0 ? one : other;
  }

  private static int weight(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Settled settled -> 0;
      case Outcome.Waiting waiting -> 1;
      case Outcome.Failed failed -> 2;
      case Outcome.Blocked blocked -> 3;
    };
  }

  private static Duration after(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Settled(Duration recheck) -> recheck;
      case Outcome.Waiting(String reason, Duration after) -> after;
      case Outcome.Failed(String reason, Duration retry) -> retry;
      case Outcome.Blocked(String reason) -> Duration.ZERO;
    };
  }

  /** What went wrong, if anything: AWS merely needing time is no trouble. */
  static Seen tell(Seen seen, @Nullable Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed(String reason, Duration retry) ->
          seen.trouble(KEEPS_TRYING + reason, false);
      case Outcome.Blocked(String reason) -> seen.trouble(REFUSES + reason, true);
      case Outcome.Settled settled -> seen;
      case Outcome.Waiting waiting -> seen;
      case null -> seen;
    };
  }
}
