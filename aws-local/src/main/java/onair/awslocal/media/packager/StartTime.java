package onair.awslocal.media.packager;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a viewer wants the manifest to begin.
 *
 * @param moment null for the live window
 * @param query to be appended to addresses in the manifest; empty without a start
 */
record StartTime(@Nullable Instant moment, String query) {

  /**
   * @throws IllegalArgumentException when the parameter is there and is not a time
   */
  static StartTime of(Map<String, String> parameters) {
    String start = parameters.get("start");
    if (start == null) {
      return new StartTime(null, "");
    }
    try {
      Instant moment =
          start.matches("\\d{1,12}")
              ? Instant.ofEpochSecond(Long.parseLong(start))
              : Instant.parse(start);
      return new StartTime(moment, "?start=" + moment);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
