package onair.channel.rate;

import java.time.Duration;

/**
 * A bucket's size and how fast it fills.
 *
 * @param perSecond calls that come back each second, more than 0
 * @param burst calls that may be made at once, at least 1
 */
record Rate(double perSecond, int burst) {

  private static final double NANOS = 1e9;

  Rate {
    if (!(perSecond > 0) || burst < 1) {
      throw new IllegalArgumentException(
          "onair.channel.rates takes more than 0 calls per second and a burst of at least 1, not "
              + perSecond
              + " and "
              + burst);
    }
  }

  /** How full the bucket has to be for such a call: some of it is kept for what is more urgent. */
  double needed(Urgency urgency) {
    return 1 + Math.min(burst - 1.0, Math.floor(burst * urgency.kept()));
  }

  /** How long a bucket of this level takes until it is so full; at least a millisecond. */
  Duration until(double needed, double level) {
    long nanos = (long) Math.ceil((needed - level) / perSecond * NANOS);
    return Duration.ofNanos(Math.max(nanos, 1_000_000));
  }
}
