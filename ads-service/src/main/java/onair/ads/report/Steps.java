package onair.ads.report;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import onair.ads.report.BreakRow.Asked;
import onair.ads.report.Step.State;
import org.jspecify.annotations.Nullable;

/** What a break goes through, in this order. */
@Schema(name = "AdBreakSteps")
record Steps(
    @Schema(description = "The encoder took the splice insert. Always yes.") Step signalled,
    @Schema(
            description =
                "The marker stands in the manifest. MediaTailor asks for ads with the event id it read"
                    + " there: yes once it did, and unknown before, since nobody else looks.")
        Step inManifest,
    @Schema(description = "MediaTailor asked for a viewer's ads.") Step asked,
    @Schema(
            description =
                "Every viewer was given ads for all of it; no when somebody was not, unknown while"
                    + " nobody has asked.")
        Step filled,
    @Schema(
            description =
                "Something was told of an ad being shown; unknown for breaks from before this was"
                    + " counted.")
        Step beacons,
    @Schema(
            description =
                "An ad could not be shown. Never no: only players that report by themselves tell of"
                    + " it.")
        Step errors) {

  private static final String FILLED = "filled";

  static Steps of(BreakReport report) {
    BreakRow row = report.row();
    Asked asked = row.asked();
    Step question = asked == null ? Step.NO : Step.yes(asked.firstAt());
    return new Steps(
        Step.yes(row.signalledAt()),
        asked == null ? Step.UNKNOWN : question,
        question,
        filled(row),
        first(report.ads(), BreakAd::seenAt, row.sessions() == null ? Step.UNKNOWN : Step.NO),
        first(report.ads(), BreakAd::failedAt, Step.UNKNOWN));
  }

  private static Step filled(BreakRow row) {
    if (row.outcome() == null) {
      return Step.UNKNOWN;
    }
    return new Step(FILLED.equals(row.outcome()) ? State.YES : State.NO, row.outcomeAt());
  }

  private static Step first(
      List<BreakAd> ads, Function<BreakAd, @Nullable Instant> time, Step otherwise) {
    return ads.stream()
        .map(time)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .map(Step::yes)
        .orElse(otherwise);
  }
}
