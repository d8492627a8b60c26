package onair.channel.cost;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import onair.channel.cost.Prices.Priced;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.plan.Money;
import org.jspecify.annotations.Nullable;

/** What was billed of an organization's channels, as the API shows it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Usage")
record UsageResponse(
    @Schema(example = "usage") String object,
    @Schema(example = "2026-11-01", description = "The first day, in UTC.") LocalDate from,
    @Schema(example = "2026-11-30", description = "The last day, in UTC.") LocalDate to,
    @Schema(type = "string", example = "day") UsageBy by,
    @Schema(description = "What is counted: until now, or the end of the last day.") Instant until,
    @Schema(description = "Of all days, not of this page alone.") Money total,
    @Schema(example = "4200", description = "Of all parts, each by itself.") long billedSeconds,
    @Schema(
            example = "true",
            description =
                "Whether the source of each price tells this very one; else it is the best that is"
                    + " known.")
        boolean verified,
    @Schema(
            example = "[\"cloudfront delivery\"]",
            description = "What is billed too, and is not measured here or has no price.")
        List<String> notIncluded,
    List<Group> data,
    @Nullable String nextCursor) {

  /** Measured of nothing, and billed by more than channels. */
  private static final List<String> NEVER_INCLUDED =
      List.of(
          "cloudfront delivery",
          "mediaconvert transcoding of assets",
          "mediatailor ads inserted",
          "s3 storage of assets");

  /** What belongs together. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "UsageGroup")
  record Group(
      @Schema(
              example = "2026-11-22",
              description = "The day, the channel's id or the item, by what was asked for.")
          String key,
      @Schema(
              example = "Evening show",
              description = "Of a channel that is there; null for all else.")
          @Nullable String name,
      Money amount,
      @Schema(example = "4200", description = "Of all parts, each by itself.") long billedSeconds,
      @Schema(example = "true") boolean verified) {}

  /**
   * @param channels those of the report that are there, by id
   */
  static UsageResponse of(UsageReport report, Map<String, Priced> channels, PageRequest page) {
    Page<Group> groups =
        Page.ofAll(
            report.groups(),
            page,
            UsageReport.Group::key,
            group -> group(group, channels.get(group.key())));
    var notIncluded = new TreeSet<>(NEVER_INCLUDED);
    channels.values().forEach(channel -> notIncluded.addAll(channel.price().notIncluded()));
    return new UsageResponse(
        "usage",
        report.days().from(),
        report.days().to(),
        report.by(),
        report.until(),
        Money.of(report.total().amount(), Usage.CURRENCY),
        report.total().billedSeconds(),
        report.total().verified(),
        List.copyOf(notIncluded),
        groups.data(),
        groups.nextCursor());
  }

  private static Group group(UsageReport.Group group, @Nullable Priced channel) {
    UsageReport.Sum sum = group.sum();
    return new Group(
        group.key(),
        channel == null ? null : channel.name(),
        Money.of(sum.amount(), Usage.CURRENCY),
        sum.billedSeconds(),
        sum.verified());
  }
}
