package onair.common.event;

import java.time.Duration;

/** Longer and longer pauses while something does not work. */
final class Backoff {

  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(15);
  private static final int DOUBLINGS = 6;

  private int failures;

  /** The pause after one more failure. */
  Duration next() {
    return after(failures++);
  }

  /** It works again; whether it did not before. */
  boolean reset() {
    boolean failed = failures > 0;
    failures = 0;
    return failed;
  }

  /** The pause after this many earlier failures. */
  static Duration after(int earlierFailures) {
    Duration pause = FIRST.multipliedBy(1L << Math.min(DOUBLINGS, earlierFailures));
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }
}
