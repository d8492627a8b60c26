package onair.channel.cost;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onair.common.plan.Money;
import onair.common.plan.Plan.Billed;

/**
 * What a channel has cost, as the API shows it.
 *
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
    Instant until,
    List<CostPart> parts,
    @Schema(description = "One amount for each currency.") List<Money> total,
    @Schema(description = "What it costs an hour at the moment.") List<Money> perHour,
    @Schema(example = "[\"cloudfront delivery\"]") List<String> notIncluded) {

  private static final BigDecimal SECONDS_OF_AN_HOUR = BigDecimal.valueOf(3600);
  private static final int DIGITS = 6;

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
      @Schema(example = "Live Streaming on AWS with Amazon S3, cost example 2") String source) {}

  private record Kind(
      String item, Billed billed, int count, BigDecimal each, String currency, LocalDate asOf) {

    static Kind of(Interval interval) {
      return new Kind(
          interval.item(),
          interval.billed(),
          interval.count(),
          interval.each().stripTrailingZeros(),
          interval.currency(),
          interval.asOf());
    }
  }

  static CostResponse of(
      String channelId, List<Interval> intervals, List<String> notIncluded, Instant now) {
    Map<Kind, CostPart> parts = new LinkedHashMap<>();
    Map<String, BigDecimal> perHour = new TreeMap<>();
    for (Interval interval : intervals) {
      parts.merge(Kind.of(interval), part(interval, now), CostResponse::plus);
      if (interval.endedAt() == null) {
        perHour.merge(
            interval.currency(),
            interval.each().multiply(BigDecimal.valueOf(interval.count())),
            BigDecimal::add);
      }
    }
    List<CostPart> lines = parts.values().stream().map(CostResponse::billed).toList();
    Map<String, BigDecimal> total = new TreeMap<>();
    lines.forEach(
        line ->
            total.merge(
                line.amount().currency(), new BigDecimal(line.amount().amount()), BigDecimal::add));
    return new CostResponse(
        "channel_cost", channelId, now, lines, money(total), money(perHour), notIncluded);
  }

  private static CostPart part(Interval interval, Instant now) {
    Money each = Money.of(interval.each(), interval.currency());
    return new CostPart(
        interval.item(),
        interval.billed(),
        interval.count(),
        each,
        interval.length(now).plusNanos(999_999_999).toSeconds(),
        interval.billedSeconds(now),
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

  /** With the amount that all its seconds come to. */
  private static CostPart billed(CostPart part) {
    BigDecimal amount =
        new BigDecimal(part.each.amount())
            .multiply(BigDecimal.valueOf(part.count))
            .multiply(BigDecimal.valueOf(part.billedSeconds))
            .divide(SECONDS_OF_AN_HOUR, DIGITS, RoundingMode.HALF_UP);
    return new CostPart(
        part.item,
        part.billed,
        part.count,
        part.each,
        part.seconds,
        part.billedSeconds,
        Money.of(amount, part.each.currency()),
        part.verified,
        part.asOf,
        part.source);
  }

  private static List<Money> money(Map<String, BigDecimal> amounts) {
    return amounts.entrySet().stream()
        .map(amount -> Money.of(amount.getValue(), amount.getKey()))
        .toList();
  }
}
