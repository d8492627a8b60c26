package onair.awslocal.quota;

import java.time.Duration;
import java.time.Instant;

/** Calls that may be made: some at once, and then as many as come back with time. */
final class TokenBucket {

  private static final double NANOS = 1e9;

  private final double perSecond;
  private final int size;
  private double tokens;
  private Instant filledAt;

  /** A full one. */
  TokenBucket(ApiRate rate, Instant now) {
    this.perSecond = rate.perSecond();
    this.size = rate.burst();
    this.tokens = size;
    this.filledAt = now;
  }

  /** Takes one, or says false when there is none. */
  synchronized boolean take(Instant now) {
    fill(now);
    if (tokens < 1) {
      return false;
    }
    tokens -= 1;
    return true;
  }

  /** Whether it is as it was new. */
  synchronized boolean isFull(Instant now) {
    fill(now);
    return tokens >= size;
  }

  private void fill(Instant now) {
    long nanos = Duration.between(filledAt, now).toNanos();
    if (nanos > 0) {
      tokens = Math.min(size, tokens + perSecond * nanos / NANOS);
    }
    filledAt = now;
  }
}
