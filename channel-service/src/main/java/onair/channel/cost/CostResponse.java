package onair.channel.cost;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onair.common.plan.Money;
import onair.common.plan.Plan.Billed;
import org.jspecify.annotations.Nullable;

/**
 * What a channel has cost, as the API shows it.
 *
 * @param from first of the days that are counted; null for all
 * @param to last of them
 * @param until what is counted
 * @param parts by what is billed, as it first was
 * @param total of all parts, one amount for each currency
 * @param perHour what it costs at the moment
 * @param notIncluded what is billed too, and has no price here; empty for a channel that is gone
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "ChannelCost")
record CostResponse(
    @Schema(example = "channel_cost") String object,
    @Schema(example = "ch_06d4x8k2m1v7r9t3w5y8z0a2bc") String channelId,
    @Schema(
            example = "2026-11-01",
            description = "The first day that was asked for; null for all since the beginning.")
        @Nullable LocalDate from,
    @Schema(example = "2026-11-30", description = "The last day that was asked for.")
        @Nullable LocalDate to,
    Instant until,
    List<CostPart> parts,
    @Schema(description = "One amount for each currency.") List<Money> total,
    @Schema(description = "What it costs an hour at the moment.") List<Money> perHour,
    @Schema(example = "[\"cloudfront delivery\"]") List<String> notIncluded) {

  /**
   * Something that is billed by the hour, at one price.
   *
   * @param count how many of the item
   * @param each for one of them and an hour
   * @param seconds how long they were there in such a state
   * @param billedSeconds how long they are paid for, which is more after short runs
   * @param verified whether the source tells this very price
   */
  @Schema(name = "ChannelCostPart")
  record CostPart(
      @Schema(example = "medialive output avc hd 10mbps 30fps") String item,
      @Schema(type = "string", example = "running") Billed billed,
      @Schema(example = "2") int count,
      Money each,
      @Schema(example = "200") long seconds,
      @Schema(example = "600") long billedSeconds,
      Money amount,
      @Schema(example = "true") boolean verified,
      @Schema(example = "2026-11-22") LocalDate asOf,
      @Schema(example = "Live Streaming on AWS with Amazon S3, cost example 2") String source) {

    /** With what all its seconds come to. */
    CostPart costing(Money total) {
      return new CostPart(
          item, billed, count, each, seconds, billedSeconds, total, verified, asOf, source);
    }
  }

  static CostResponse of(
      String channelId,
      List<Interval> intervals,
      List<String> notIncluded,
      @Nullable Days days,
      Instant now) {
    Stretch stretch = days == null ? Stretch.EVER : days.stretch();
    Map<Kind, CostPart> parts = new LinkedHashMap<>();
    Map<String, BigDecimal> perHour = new TreeMap<>();
    for (Interval interval : intervals) {
      if (interval.isPaidFor(now, stretch)) {
        parts.merge(Kind.of(interval), part(interval, stretch, now), CostResponse::plus);
      }
      if (interval.endedAt() == null) {
        perHour.merge(
            interval.currency(),
            interval.each().multiply(BigDecimal.valueOf(interval.count())),
            BigDecimal::add);
      }
    }
    List<CostPart> lines = new ArrayList<>();
    Map<String, BigDecimal> total = new TreeMap<>();
    parts.forEach(
        (kind, part) -> {
          BigDecimal amount = kind.amount(part.billedSeconds);
          lines.add(part.costing(Money.of(amount, kind.currency())));
          total.merge(kind.currency(), amount, BigDecimal::add);
        });
    return new CostResponse(
        "channel_cost",
        channelId,
        days == null ? null : days.from(),
        days == null ? null : days.to(),
        now,
        lines,
        money(total),
        money(perHour),
        notIncluded);
  }

  private static CostPart part(Interval interval, Stretch stretch, Instant now) {
    Money each = Money.of(interval.each(), interval.currency());
    return new CostPart(
        interval.item(),
        interval.billed(),
        interval.count(),
        each,
        interval.seconds(now, stretch),
        interval.billedSeconds(now, stretch),
        each,
        interval.verified(),
        interval.asOf(),
        interval.source());
  }

  private static CostPart plus(CostPart one, CostPart other) {
    return new CostPart(
        one.item,
        one.billed,
        one.count,
        one.each,
        one.seconds + other.seconds,
        one.billedSeconds + other.billedSeconds,
        one.amount,
        one.verified && other.verified,
        one.asOf,
        one.source);
  }

  private static List<Money> money(Map<String, BigDecimal> amounts) {
    return amounts.entrySet().stream()
        .map(amount -> Money.of(amount.getValue(), amount.getKey()))
        .toList();
  }
}
