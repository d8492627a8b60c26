package onair.ads.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import onair.ads.report.BreakRow.Asked;
import onair.ads.report.BreakRow.Sessions;
import org.jspecify.annotations.Nullable;

/** What became of a break as the API shows it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "AdBreakReport")
record BreakReportResponse(
    @Schema(example = "ad_break_report") String object,
    @Schema(example = "brk_06d4x8k2m1v7r9t3w5y8z0a2bc") String adBreakId,
    @Schema(example = "ch_06d4x8k2m1v7r9t3w5y8z0a2bc") String channelId,
    @Schema(
            example = "filled",
            allowableValues = {"filled", "underfilled", "slate"},
            description = "Over all viewers until now; null while nobody has asked for ads.")
        @Nullable String outcome,
    @Schema(description = "When the encoder took it; a planned break begins up to 18 s later.")
        Instant signalledAt,
    @Schema(example = "30.000", description = "As signalled.") BigDecimal durationSeconds,
    @Schema(description = "Null while nobody has asked for ads.") @Nullable Instant firstAskedAt,
    @Schema(
            example = "12",
            description = "Viewers' sessions that asked for ads, each once; null when not counted.")
        @Nullable Long sessions,
    @Schema(example = "13", description = "Answers given, also to a session that asked again.")
        long decisions,
    @Schema(
            example = "360.000",
            description =
                "How long the breaks of all sessions are together, as MediaTailor asked; null when not"
                    + " counted.")
        @Nullable BigDecimal askedSeconds,
    @Schema(
            example = "354.000",
            description =
                "Of these, how many ads were chosen for, over all sessions. What was then shown is told"
                    + " by the impressions; null when not counted.")
        @Nullable BigDecimal filledSeconds,
    @Schema(
            example = "6.000",
            description =
                "The rest: viewers see the slate, or the broadcast where there is none; null when not"
                    + " counted.")
        @Nullable BigDecimal slateSeconds,
    @Schema(
            example = "29.500",
            description = "filled_seconds for each session; null without sessions.")
        @Nullable BigDecimal averageFilledSeconds,
    @Schema(
            example = "0.500",
            description = "slate_seconds for each session; null without sessions.")
        @Nullable BigDecimal averageSlateSeconds,
    Steps steps,
    @Schema(description = "Each ad that was chosen or told of, by campaign and creative.")
        List<CreativeResponse> creatives,
    @Schema(description = "Why ads could not be shown, the most frequent first.")
        List<ErrorResponse> errors) {

  /** An ad of it. */
  @Schema(name = "AdBreakCreative")
  record CreativeResponse(
      @Schema(example = "cmp_06d4x8k2m1v7r9t3w5y8z0a2bc") String campaignId,
      @Schema(example = "crv_06d4x8k2m1v7r9t3w5y8z0a2bc") String creativeId,
      @Schema(example = "12", description = "Sessions it was chosen for.") long decisions,
      @Schema(example = "12") long impressions,
      @Schema(example = "12") long starts,
      @Schema(example = "11") long firstQuartiles,
      @Schema(example = "11") long midpoints,
      @Schema(example = "10") long thirdQuartiles,
      @Schema(example = "10") long completes,
      @Schema(example = "1") long clicks,
      @Schema(example = "0") long errors) {

    static CreativeResponse of(BreakAd ad) {
      Counts counts = ad.counts();
      return new CreativeResponse(
          ad.campaignId(),
          ad.creativeId(),
          ad.decisions(),
          counts.impressions(),
          counts.starts(),
          counts.firstQuartiles(),
          counts.midpoints(),
          counts.thirdQuartiles(),
          counts.completes(),
          counts.clicks(),
          counts.errors());
    }
  }

  /** Errors of one kind. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "AdBreakError")
  record ErrorResponse(
      @Schema(example = "402", description = "VAST's error code; null when the player told none.")
          @Nullable Integer code,
      @Schema(example = "1") long count) {}

  static BreakReportResponse of(BreakReport report) {
    BreakRow row = report.row();
    Asked asked = row.asked();
    Sessions sessions = row.sessions();
    return new BreakReportResponse(
        "ad_break_report",
        row.id(),
        row.channelId(),
        row.outcome(),
        row.signalledAt(),
        Seconds.of(row.durationMillis()),
        asked == null ? null : asked.firstAt(),
        sessions == null ? null : sessions.count(),
        asked == null ? 0 : asked.decisions(),
        total(sessions, Sessions::askedMillis),
        total(sessions, Sessions::filledMillis),
        total(sessions, Sessions::slateMillis),
        average(sessions, Sessions::filledMillis),
        average(sessions, Sessions::slateMillis),
        Steps.of(report),
        report.ads().stream().map(CreativeResponse::of).toList(),
        report.errors().stream()
            .map(error -> new ErrorResponse(error.code(), error.count()))
            .toList());
  }

  private static @Nullable BigDecimal total(
      @Nullable Sessions sessions, ToLongFunction<Sessions> millis) {
    return sessions == null ? null : Seconds.of(millis.applyAsLong(sessions));
  }

  private static @Nullable BigDecimal average(
      @Nullable Sessions sessions, ToLongFunction<Sessions> millis) {
    return sessions == null
        ? null
        : Seconds.average(millis.applyAsLong(sessions), sessions.count());
  }
}
