package onair.channel.schedule;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done now about something that is to begin in a broadcast. Source: MediaLive user
 * guide, "Working with the schedule": an action at a fixed time has to be there 15 seconds ahead.
 */
public sealed interface Due {

  /** So long before its time an encoder must be asked at the latest. */
  Duration LEAD = Duration.ofSeconds(15);

  /** So long before its time the encoder is asked. */
  Duration ASK_AHEAD = LEAD.plusSeconds(3);

  /** The encoder needs to know a little ahead, and so do we: no time asked for may be nearer. */
  Duration EARLIEST = LEAD.plusSeconds(5);

  /** What could not be put in so long after its time never comes. */
  Duration TOO_LATE = Duration.ofSeconds(30);

  /** Nothing yet. */
  record Later(Duration after) implements Due {}

  /**
   * Ask the encoder.
   *
   * @param at absent for at once
   */
  record Now(@Nullable Instant at) implements Due {

    /** When it is in the broadcast, asked at that moment. */
    public Instant begins(Instant now) {
      return at == null ? now : at;
    }
  }

  /** Its time has passed. */
  record Missed() implements Due {}

  /**
   * Pure.
   *
   * @param startAt as asked for; absent for at once
   * @param createdAt when it was asked for
   */
  static Due of(@Nullable Instant startAt, Instant createdAt, Instant now) {
    Duration left = Duration.between(now, startAt == null ? createdAt : startAt);
    if (left.compareTo(ASK_AHEAD) > 0) {
      return new Later(left.minus(ASK_AHEAD));
    }
    if (left.plus(TOO_LATE).isNegative()) {
      return new Missed();
    }
    // Too near for the schedule, after a pause of ours for instance: at once, as near as can be.
    return new Now(left.compareTo(LEAD) < 0 ? null : startAt);
  }
}
