package onair.ads.decision;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import onair.common.problem.Problem;
import onair.common.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What MediaTailor filled into the address for one viewer; nobody has signed it.
 *
 * @param room how long the break is
 * @param viewer who watches which break. What is not told makes every question another one: ads may
 *     then be decided twice, and are still counted only when they are seen
 * @param spliceEventId out of the break's marker; null when not told
 */
record Asked(Duration room, String viewer, @Nullable Long spliceEventId) {

  private static final Pattern SECONDS = Pattern.compile("\\d{1,5}(\\.\\d{1,9})?");
  private static final Pattern SPLICE = Pattern.compile("\\d{1,10}");
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int LONGEST_TEXT = 200;

  /**
   * @param session of the viewer; empty when not told
   * @param event the splice event; empty when not told
   * @throws Problem 422 with all that is wrong
   */
  static Asked of(String duration, String session, String event) {
    Problem problem = Problems.validationFailed();
    Duration room = Duration.ZERO;
    if (SECONDS.matcher(duration).matches()) {
      room = Duration.ofMillis(new BigDecimal(duration).movePointRight(3).longValue());
    }
    if (!room.isPositive() || room.compareTo(LONGEST) > 0) {
      problem.violation("d", "out_of_range", "must be the seconds of the break, up to 3600");
    }
    if (session.length() > LONGEST_TEXT) {
      problem.violation("s", "size", "must have at most 200 characters");
    }
    if (event.length() > LONGEST_TEXT) {
      problem.violation("e", "size", "must have at most 200 characters");
    }
    if (!problem.violations().isEmpty()) {
      throw problem;
    }
    return new Asked(room, viewer(session, event), spliceEventId(event));
  }

  private static String viewer(String session, String event) {
    return session.isEmpty() || event.isEmpty()
        ? UUID.randomUUID().toString()
        : session + "\n" + event;
  }

  private static @Nullable Long spliceEventId(String event) {
    return SPLICE.matcher(event).matches() ? Long.valueOf(event) : null;
  }
}
