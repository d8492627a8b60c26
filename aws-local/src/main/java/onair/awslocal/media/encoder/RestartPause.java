package onair.awslocal.media.encoder;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How long a supervisor waits before it starts a process again: longer after each quick failure.
 */
final class RestartPause {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** A process that has lived this long was all right. */
  private static final Duration GOOD_LIFE = Duration.ofSeconds(60);

  private final InstantSource clock;
  private Instant started = Instant.MIN;
  private Instant until = Instant.MIN;
  private Duration next = FIRST;

  RestartPause(InstantSource clock) {
    this.clock = clock;
  }

  boolean isOver() {
    return !clock.instant().isBefore(until);
  }

  void started() {
    started = clock.instant();
  }

  /** Begins a pause. */
  void failed() {
    Instant now = clock.instant();
    if (started.isBefore(now.minus(GOOD_LIFE))) {
      next = FIRST;
    }
    until = now.plus(next);
    next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
  }

  /** Another source: the failures of the last one say nothing about it. */
  void reset() {
    until = Instant.MIN;
    next = FIRST;
  }
}
