package onair.channel.live;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The time as PostgreSQL can keep it, so that what was stored equals what is read. */
final class Times {

  private Times() {}

  static Instant now(InstantSource clock) {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
