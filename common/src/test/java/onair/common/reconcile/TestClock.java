package onair.common.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved. */
final class TestClock implements InstantSource {
  static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

  private Instant now = START;

  @Override
  public Instant instant() {
    return now;
  }

  void advance(Duration by) {
    now = now.plus(by);
  }

  /** Plays something that happened at another moment. */
  void at(Instant moment, Runnable happening) {
    var present = now;
    now = moment;
    try {
      happening.run();
    } finally {
      now = present;
    }
  }

  void advanceTo(Instant time) {
    if (time.isAfter(now)) {
      now = time;
    }
  }
}
