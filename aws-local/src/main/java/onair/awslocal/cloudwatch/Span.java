package onair.awslocal.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * The time a caller asks about, cut into periods.
 *
 * <p>Source: CloudWatch API reference, "GetMetricStatistics": the start is rounded down to the
 * minute, or to the period when that is shorter; the end is not included.
 */
record Span(Instant from, Instant to, Duration period) {

  private static final Set<Integer> SHORT = Set.of(1, 5, 10, 20, 30);
  private static final int MINUTE = 60;

  /** Says why not in CloudWatch's words. */
  static Span of(Instant start, Instant end, int period) {
    if (!start.isBefore(end)) {
      throw Refusals.value("The parameter StartTime must be less than the parameter EndTime.");
    }
    if (!SHORT.contains(period) && (period <= 0 || period % MINUTE != 0)) {
      throw Refusals.value("The parameter Period must be 1, 5, 10, 20, 30, or a multiple of 60.");
    }
    long grain = Math.min(period, MINUTE);
    long from = Math.floorDiv(start.getEpochSecond(), grain) * grain;
    return new Span(Instant.ofEpochSecond(from), end, Duration.ofSeconds(period));
  }

  /** How many datapoints there can be. */
  long points() {
    return Math.ceilDiv(Duration.between(from, to).toSeconds(), period.toSeconds());
  }
}
