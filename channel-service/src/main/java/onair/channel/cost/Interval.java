package onair.channel.cost;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import onair.common.plan.Plan.Billed;
import org.jspecify.annotations.Nullable;

/**
 * A time in which something of a channel was billed, at the price of its beginning.
 *
 * @param count how many of the item, each billed by the hour
 * @param each for one of them and an hour
 * @param minimum what is billed even when it ends earlier
 * @param endedAt absent while it goes on
 */
record Interval(
    String item,
    Billed billed,
    int count,
    BigDecimal each,
    String currency,
    boolean verified,
    LocalDate asOf,
    String source,
    Duration minimum,
    Instant startedAt,
    @Nullable Instant endedAt) {

  /** How long it was, or has been until now. */
  Duration length(Instant now) {
    return Duration.between(startedAt, endedAt == null ? now : endedAt);
  }

  /** How long it is paid for; whole seconds, those begun included. */
  long billedSeconds(Instant now) {
    Duration length = length(now);
    Duration paid = length.compareTo(minimum) < 0 ? minimum : length;
    return paid.plusNanos(999_999_999).toSeconds();
  }
}
