package onair.delivery.playback;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A broadcast whose beginning can still be played.
 *
 * @param since all of it was packaged after this moment
 * @param window how far back the origin keeps what it packages
 */
record StartOver(Instant since, Duration window) {

  /**
   * What the origin forgets while a player makes up its mind is not offered: it answers nothing to
   * who asks for more than it has.
   */
  private static final Duration MARGIN = Duration.ofSeconds(15);

  /** The first moment that can be played, in whole seconds, which is all that addresses tell. */
  Instant begins(Instant now) {
    Instant kept = now.minus(window).plus(MARGIN);
    return kept.isAfter(since)
        ? kept.truncatedTo(ChronoUnit.SECONDS)
        : since.truncatedTo(ChronoUnit.SECONDS);
  }
}
