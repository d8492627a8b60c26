package onair.ads.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import onair.common.problem.Problem;
import onair.common.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Which days are asked for, in UTC; null means any.
 *
 * @param from first day
 * @param to last day
 */
record Days(@Nullable LocalDate from, @Nullable LocalDate to) {

  /**
   * @throws Problem 422 with all that is wrong
   */
  static Days of(@Nullable String from, @Nullable String to) {
    Problem problem = Problems.validationFailed();
    LocalDate first = day("from", from, problem);
    LocalDate last = day("to", to, problem);
    if (first != null && last != null && last.isBefore(first)) {
      problem.violation("to", "before_from", "must not be before from");
    }
    if (!problem.violations().isEmpty()) {
      throw problem;
    }
    return new Days(first, last);
  }

  private static @Nullable LocalDate day(String name, @Nullable String text, Problem problem) {
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException notADay) {
      problem.violation(name, "invalid", "must be a day such as 2026-12-24");
      return null;
    }
  }
}
