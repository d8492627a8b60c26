package onair.channel.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import onair.common.plan.Plan.Billed;

/** What makes one line of a bill: something that is billed by the hour, at one price. */
record Kind(
    String item, Billed billed, int count, BigDecimal each, String currency, LocalDate asOf) {

  private static final BigDecimal SECONDS_OF_AN_HOUR = BigDecimal.valueOf(3600);
  private static final int DIGITS = 6;

  static Kind of(Interval interval) {
    return new Kind(
        interval.item(),
        interval.billed(),
        interval.count(),
        interval.each().stripTrailingZeros(),
        interval.currency(),
        interval.asOf());
  }

  /** What so many seconds of all of them come to, six digits. */
  BigDecimal amount(long seconds) {
    return each.multiply(BigDecimal.valueOf(count))
        .multiply(BigDecimal.valueOf(seconds))
        .divide(SECONDS_OF_AN_HOUR, DIGITS, RoundingMode.HALF_UP);
  }
}
