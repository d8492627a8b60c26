package onair.ads.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One row of a report as the API shows it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "AdReport")
record ReportResponse(
    @Schema(example = "ad_report") String object,
    @Schema(example = "2026-12-24", description = "In UTC.") LocalDate day,
    @Schema(example = "cmp_06d4x8k2m1v7r9t3w5y8z0a2bc") String campaignId,
    @Schema(example = "crv_06d4x8k2m1v7r9t3w5y8z0a2bc") String creativeId,
    @Schema(example = "1200") long impressions,
    @Schema(example = "1200") long starts,
    @Schema(example = "1100") long firstQuartiles,
    @Schema(example = "1050") long midpoints,
    @Schema(example = "1010") long thirdQuartiles,
    @Schema(example = "1000") long completes,
    @Schema(example = "31") long clicks,
    @Schema(example = "2") long errors,
    @Schema(example = "0.8333", description = "Completes of impressions; null without impressions.")
        @Nullable BigDecimal completionRate) {

  static ReportResponse of(ReportRow row) {
    Counts counts = row.counts();
    return new ReportResponse(
        "ad_report",
        row.day(),
        row.campaignId(),
        row.creativeId(),
        counts.impressions(),
        counts.starts(),
        counts.firstQuartiles(),
        counts.midpoints(),
        counts.thirdQuartiles(),
        counts.completes(),
        counts.clicks(),
        counts.errors(),
        Seconds.rate(counts.completes(), counts.impressions()));
  }
}
