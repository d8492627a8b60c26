package onair.channel.clip;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From when to when; pure.
 *
 * @param from first moment
 * @param to last moment; not after {@code from} when there is nothing
 */
record Stretch(Instant from, Instant to) {

  /**
   * What goes by from the request until AWS begins to copy: what is lost by then is not offered.
   */
  static final Duration HEAD_START = Duration.ofSeconds(15);

  /**
   * What can still be played of a broadcast.
   *
   * @param startOver how much is kept
   */
  static Stretch playable(
      Instant startedAt, @Nullable Instant endedAt, Duration startOver, Instant now) {
    Instant kept = now.minus(startOver).plus(HEAD_START);
    return new Stretch(
        startedAt.isAfter(kept) ? startedAt : kept,
        endedAt != null && endedAt.isBefore(now) ? endedAt : now);
  }

  /** The end of it, so long. */
  Stretch last(Duration length) {
    return new Stretch(to.minus(length), to);
  }

  boolean isEmpty() {
    return !from.isBefore(to);
  }

  boolean holds(Instant moment) {
    return !moment.isBefore(from) && !moment.isAfter(to);
  }
}
