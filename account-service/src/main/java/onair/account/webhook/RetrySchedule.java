package onair.account.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a delivery is tried again: ten tries over 75 hours, each pause a little longer at random, so
 * that what failed together does not come back together.
 *
 * <p>Source: Standard Webhooks 1.0.0, deliverability and reliability.
 */
final class RetrySchedule {

  static final int TRIES = 10;

  /** Longest pause a receiver can ask for. */
  static final Duration LONGEST_ASKED = Duration.ofHours(24);

  private static final double MORE_AT_MOST = 0.1;
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  private final RandomGenerator random;

  RetrySchedule(RandomGenerator random) {
    this.random = random;
  }

  /**
   * The pause after this many tries; empty when there is none after the last.
   *
   * @param asked what the receiver asks for; nothing when it does not
   */
  Optional<Duration> after(int tries, Duration asked) {
    if (tries >= TRIES) {
      return Optional.empty();
    }
    Duration pause = PAUSES.get(Math.max(0, tries - 1));
    Duration more =
        Duration.ofMillis((long) (pause.toMillis() * MORE_AT_MOST * random.nextDouble()));
    Duration wanted = asked.compareTo(LONGEST_ASKED) < 0 ? asked : LONGEST_ASKED;
    Duration own = pause.plus(more);
    return Optional.of(own.compareTo(wanted) < 0 ? wanted : own);
  }
}
