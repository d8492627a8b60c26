package onair.ads.adbreak;

import java.time.Duration;
import java.time.InstantSource;

/**
 * Forgets which sessions asked for a break once it is long over, a few at a time. What they add up
 * to stays.
 */
final class SessionRetention {

  /** No break is longer than an hour, and nobody asks for one that is over. */
  static final Duration KEPT = Duration.ofDays(1);

  private static final Duration INTERVAL = Duration.ofMinutes(10);
  private static final int AT_A_TIME = 10_000;

  private final AvailStore avails;
  private final InstantSource clock;

  SessionRetention(AvailStore avails, InstantSource clock) {
    this.avails = avails;
    this.clock = clock;
  }

  /** Forgets the oldest; how long to rest. */
  Duration round() {
    int forgotten = avails.forget(clock.instant().minus(KEPT), AT_A_TIME);
    return forgotten < AT_A_TIME ? INTERVAL : Duration.ZERO;
  }
}
