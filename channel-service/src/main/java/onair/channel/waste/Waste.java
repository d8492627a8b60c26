package onair.channel.waste;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that is paid for and of use to nobody.
 *
 * @param subject a channel's id, or an orphan's
 * @param since when it began
 * @param price what it costs; null when nothing in the catalog tells
 */
record Waste(WasteKind kind, String subject, Instant since, @Nullable HourlyPrice price) {

  /**
   * @param amount for an hour, in USD
   * @param verified whether the source tells this very price
   * @param asOf the day of the oldest price in it
   */
  record HourlyPrice(BigDecimal amount, boolean verified, LocalDate asOf) {}

  /** Kind and subject, in the form of a path segment. */
  String id() {
    return kind.word() + "." + subject;
  }
}
