package onair.ads.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How well breaks were filled as the API shows it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "AdFillReport")
record FillReportResponse(
    @Schema(example = "ad_fill_report") String object,
    @Schema(
            example = "2026-12-24",
            description = "In UTC; a break is of the day it was first asked for.")
        LocalDate day,
    @Schema(example = "ch_06d4x8k2m1v7r9t3w5y8z0a2bc") String channelId,
    @Schema(example = "8", description = "Breaks that somebody asked ads for.") long adBreaks,
    @Schema(example = "96", description = "Sessions that asked, once for each break.")
        long sessions,
    @Schema(
            example = "2880.000",
            description = "How long the breaks of all sessions are together, as MediaTailor asked.")
        BigDecimal askedSeconds,
    @Schema(example = "2736.000", description = "Of these, how many ads were chosen for.")
        BigDecimal filledSeconds,
    @Schema(example = "0.9500", description = "Filled of asked; null when nothing was asked.")
        @Nullable BigDecimal fillRate) {

  static FillReportResponse of(FillRow row) {
    return new FillReportResponse(
        "ad_fill_report",
        row.day(),
        row.channelId(),
        row.adBreaks(),
        row.sessions(),
        Seconds.of(row.askedMillis()),
        Seconds.of(row.filledMillis()),
        Seconds.rate(row.filledMillis(), row.askedMillis()));
  }
}
