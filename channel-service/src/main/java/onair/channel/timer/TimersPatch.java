package onair.channel.timer;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import onair.common.patch.Patch;

/**
 * Which limits to change, also while the channel is on air; fields left out stay. 0 for never, null
 * for what the installation says.
 */
@Schema(name = "TimersPatch")
record TimersPatch(
    @Schema(example = "3600") Patch<@Min(0) @Max(LONGEST_SECONDS) Integer> neverConnectedSeconds,
    @Schema(example = "1800") Patch<@Min(0) @Max(LONGEST_SECONDS) Integer> inputLostSeconds,
    @Schema(example = "14400")
        Patch<@Min(0) @Max(LONGEST_SECONDS) Integer> maximumDurationSeconds) {

  /** 30 days. */
  static final int LONGEST_SECONDS = 2_592_000;

  Limits limits(Limits current) {
    return new Limits(
        neverConnectedSeconds.orNull(current.neverConnected()),
        inputLostSeconds.orNull(current.inputLost()),
        maximumDurationSeconds.orNull(current.maximumDuration()));
  }
}
