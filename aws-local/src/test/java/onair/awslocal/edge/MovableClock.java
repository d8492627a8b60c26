package onair.awslocal.edge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that stands still until a test moves it. */
final class MovableClock implements InstantSource {

  private volatile Instant now = Instant.parse("2026-11-22T10:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  synchronized void move(Duration step) {
    now = now.plus(step);
  }
}
