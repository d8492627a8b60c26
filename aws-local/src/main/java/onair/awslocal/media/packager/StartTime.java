package onair.awslocal.media.packager;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What part of an endpoint a viewer wants. Source: MediaPackage user guide, "Time-shifted query
 * parameters".
 *
 * @param moment where the manifest begins; null for the live window
 * @param end where it ends; null for now
 * @param delay how old a segment has to be
 * @param window how much of the live window; null for all of it
 * @param query to be appended to addresses in the manifest; empty when nothing is asked
 */
record StartTime(
    @Nullable Instant moment,
    @Nullable Instant end,
    Duration delay,
    @Nullable Duration window,
    String query) {

  /**
   * @throws IllegalArgumentException when a parameter is there and is not what it should be
   */
  static StartTime of(Map<String, String> parameters) {
    List<String> asked = new ArrayList<>();
    try {
      Instant start = moment("start", parameters, asked);
      Instant end = moment("end", parameters, asked);
      if (start != null && end != null && !end.isAfter(start)) {
        throw new IllegalArgumentException("the end is before the start");
      }
      Duration delay = seconds("time_delay", parameters, asked);
      Duration window = seconds("manifest_window_seconds", parameters, asked);
      return new StartTime(
          start,
          end,
          delay == null ? Duration.ZERO : delay,
          window,
          asked.isEmpty() ? "" : "?" + String.join("&", asked));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Seconds since 1970 or ISO 8601. */
  private static @Nullable Instant moment(
      String name, Map<String, String> parameters, List<String> asked) {
    String given = parameters.get(name);
    if (given == null) {
      return null;
    }
    Instant moment =
        given.matches("\\d{1,12}")
            ? Instant.ofEpochSecond(Long.parseLong(given))
            : Instant.parse(given);
    asked.add(name + "=" + moment);
    return moment;
  }

  private static @Nullable Duration seconds(
      String name, Map<String, String> parameters, List<String> asked) {
    String given = parameters.get(name);
    if (given == null) {
      return null;
    }
    if (!given.matches("\\d{1,7}")) {
      throw new IllegalArgumentException(name + " is no number of seconds");
    }
    asked.add(name + "=" + given);
    return Duration.ofSeconds(Long.parseLong(given));
  }
}
