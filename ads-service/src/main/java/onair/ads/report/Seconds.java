package onair.ads.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Milliseconds as the API shows them, and what they are of one another. */
final class Seconds {

  private static final int MILLIS = 3;
  private static final int RATE_DIGITS = 4;

  private Seconds() {}

  static BigDecimal of(long millis) {
    return BigDecimal.valueOf(millis, MILLIS);
  }

  /** Rounded to milliseconds; null for the average of nothing. */
  static @Nullable BigDecimal average(long millis, long count) {
    return count == 0
        ? null
        : of(millis).divide(BigDecimal.valueOf(count), MILLIS, RoundingMode.HALF_UP);
  }

  /** From 0 to 1 with four digits; null when there is no whole. */
  static @Nullable BigDecimal rate(long part, long whole) {
    return whole == 0
        ? null
        : BigDecimal.valueOf(part)
            .divide(BigDecimal.valueOf(whole), RATE_DIGITS, RoundingMode.HALF_UP);
  }
}
