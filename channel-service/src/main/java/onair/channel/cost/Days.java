package onair.channel.cost;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import onair.common.problem.Problem;
import onair.common.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Whole days, as AWS bills: in UTC.
 *
 * @param from the first
 * @param to the last; at most {@link #MOST} with it
 */
record Days(LocalDate from, LocalDate to) {

  static final int MOST = 92;

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 9999;

  /**
   * Those that are asked for: until today, and from the first of that month, unless it is said.
   *
   * @throws Problem 422 with all that is wrong
   */
  static Days of(@Nullable String from, @Nullable String to, Instant now) {
    Problem problem = Problems.validationFailed();
    LocalDate last = day("to", to, problem, day(now));
    LocalDate first = day("from", from, problem, last.withDayOfMonth(1));
    if (problem.violations().isEmpty()) {
      check(first, last, problem);
    }
    if (!problem.violations().isEmpty()) {
      throw problem;
    }
    return new Days(first, last);
  }

  private static void check(LocalDate first, LocalDate last, Problem problem) {
    if (last.isBefore(first)) {
      problem.violation("to", "before_from", "must not be before from");
    } else if (ChronoUnit.DAYS.between(first, last) >= MOST) {
      problem.violation("to", "out_of_range", "must be at most " + MOST + " days with from");
    }
  }

  private static LocalDate day(
      String name, @Nullable String text, Problem problem, LocalDate otherwise) {
    if (text == null) {
      return otherwise;
    }
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
        return day;
      }
      problem.violation(name, "out_of_range", "must be between the years 2000 and 9999");
    } catch (DateTimeException notADay) {
      problem.violation(name, "invalid", "must be a day such as 2026-12-24");
    }
    return otherwise;
  }

  /** In which that moment is. */
  static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  /** All of one day. */
  static Stretch of(LocalDate day) {
    return new Days(day, day).stretch();
  }

  Stretch stretch() {
    return new Stretch(start(from), start(to.plusDays(1)));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The oldest first. */
  Stream<LocalDate> each() {
    return from.datesUntil(to.plusDays(1));
  }
}
