package onair.channel.cost;

import java.time.Instant;

/**
 * A stretch of time.
 *
 * @param from its first moment
 * @param to the first moment behind it
 */
record Stretch(Instant from, Instant to) {

  /** All the time there is. */
  static final Stretch EVER = new Stretch(Instant.MIN, Instant.MAX);
}
