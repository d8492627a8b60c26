package onair.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands still until a test moves it. Also an {@link java.time.InstantSource}. Safe to
 * share between threads.
 */
public final class SettableClock extends Clock {

  private volatile Instant now;

  private SettableClock(Instant start) {
    this.now = start;
  }

  /** Starts at a fixed time, the same in each run. */
  public static SettableClock create() {
    return at(Instant.parse("2026-01-31T12:00:00Z"));
  }

  public static SettableClock at(Instant start) {
    return new SettableClock(start);
  }

  /** Moves on, or back when negative. */
  public synchronized void advance(Duration by) {
    now = now.plus(by);
  }

  public synchronized void set(Instant instant) {
    now = instant;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
