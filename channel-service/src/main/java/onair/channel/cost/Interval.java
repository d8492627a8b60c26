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

  /** Until when it is paid for; while it goes on, as of now. */
  Instant paidUntil(Instant now) {
    return later(end(now), startedAt.plus(minimum));
  }

  /** Whether it, or what is paid for it, is in that time; one that ended at once may be. */
  boolean isPaidFor(Instant now, Stretch in) {
    return startedAt.isBefore(in.to()) && paidUntil(now).isAfter(in.from());
  }

  /** How long it was, or has been until now, in that time. */
  long seconds(Instant now, Stretch in) {
    return between(end(now), in);
  }

  /** How long it is paid for in that time. */
  long billedSeconds(Instant now, Stretch in) {
    return between(paidUntil(now), in);
  }

  private Instant end(Instant now) {
    return endedAt == null ? now : endedAt;
  }

  private long between(Instant end, Stretch in) {
    return begun(earlier(end, in.to())) - begun(earlier(end, in.from()));
  }

  /**
   * Seconds from its beginning until then, those begun included: counted from one moment, those of
   * days add up to those of all.
   */
  private long begun(Instant then) {
    return then.isAfter(startedAt)
        ? Duration.between(startedAt, then).plusNanos(999_999_999).toSeconds()
        : 0;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
