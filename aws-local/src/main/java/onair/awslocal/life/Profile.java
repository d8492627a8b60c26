package onair.awslocal.life;

import java.time.Duration;

/** How long state changes take, from no time to AWS's own time. */
public enum Profile {
  /** No time at all, for tests of callers that do not look at the states between. */
  INSTANT,
  /** Long enough to see every state between, short enough to work with. */
  FAST,
  /** About what AWS takes. */
  REALISTIC;

  public Duration of(Transition transition) {
    return switch (this) {
      case INSTANT -> Duration.ZERO;
      case FAST -> transition.fast();
      case REALISTIC -> transition.realistic();
    };
  }
}
