package onair.account.limit;

import java.time.Duration;

/**
 * A bucket's size and how fast it fills.
 *
 * @param permits what it holds when full; 0 = nothing is limited
 * @param within the time in which an empty one fills
 */
record Rate(int permits, Duration within) {

  boolean isUnlimited() {
    return permits == 0;
  }

  double perSecond() {
    return permits / seconds();
  }

  double seconds() {
    return within.toNanos() / 1e9;
  }

  /** How long until a bucket of this level holds a whole permit. */
  Duration untilOne(double level) {
    return level >= 1 ? Duration.ZERO : Duration.ofNanos((long) ((1 - level) / perSecond() * 1e9));
  }
}
