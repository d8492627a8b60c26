package onair.awslocal;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import onair.awslocal.control.ControlAnswer;
import onair.awslocal.control.ControlDoor;
import onair.awslocal.control.ControlRefused;
import onair.awslocal.control.ControlRequest;
import onair.awslocal.control.Endpoint;
import onair.awslocal.life.LocalClock;
import org.jspecify.annotations.Nullable;

/** Moves the clock from outside. Every endpoint answers how it is set then. */
record ClockEndpoints(Supplier<LocalClock> clock) {

  /**
   * How the clock is set.
   *
   * @param offset how far it is ahead of the system's time, ISO 8601
   */
  private record Shown(Instant now, boolean frozen, String offset) {

    static Shown of(LocalClock clock) {
      LocalClock.Setting setting = clock.setting();
      Instant now = clock.instant();
      Duration offset = setting.frozen() ? Duration.between(Instant.now(), now) : setting.offset();
      return new Shown(now, setting.frozen(), offset.toString());
    }
  }

  /**
   * One of the two.
   *
   * @param seconds may have a fraction
   * @param duration ISO 8601, such as {@code PT10M}
   */
  private record Way(@Nullable Double seconds, @Nullable String duration) {

    Duration length() {
      if (seconds != null && duration == null) {
        return Duration.ofMillis(Math.round(seconds * 1000));
      }
      if (duration != null && seconds == null) {
        try {
          return Duration.parse(duration);
        } catch (DateTimeParseException e) {
          throw ControlRefused.invalid("duration must be like PT10M or P1DT2H, not " + duration);
        }
      }
      throw ControlRefused.invalid("Either seconds or duration says how far.");
    }
  }

  void addTo(ControlDoor door) {
    door.add(new Endpoint("GET", "/clock", "what time it is", request -> shown()));
    door.add(change("freeze", "stops the clock", LocalClock::freeze));
    door.add(change("resume", "lets the clock go on from where it stands", LocalClock::resume));
    door.add(change("reset", "sets the clock to the system's time", LocalClock::reset));
    door.add(
        new Endpoint(
            "POST",
            "/clock/advance",
            "moves the clock on by {\"seconds\"} or {\"duration\"} and answers when everything that"
                + " is due on the way has happened",
            this::advance));
  }

  private Endpoint change(String verb, String about, Consumer<LocalClock> change) {
    return new Endpoint(
        "POST",
        "/clock/" + verb,
        about,
        request -> {
          change.accept(clock.get());
          return shown();
        });
  }

  private ControlAnswer advance(ControlRequest request) {
    Duration way = request.body(Way.class).length();
    try {
      clock.get().advance(way);
    } catch (IllegalArgumentException e) {
      throw ControlRefused.invalid(String.valueOf(e.getMessage()));
    }
    return shown();
  }

  private ControlAnswer shown() {
    return ControlAnswer.ok(Shown.of(clock.get()));
  }
}
