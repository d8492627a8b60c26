package onair.channel.timer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A channel's timers as the API shows them. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Timers")
record TimersResponse(
    @Schema(example = "timers") String object,
    @Schema(example = "ch_06d4x8k2m1v7r9t3w5y8z0a2bc") String channelId,
    @Schema(
            example = "3600",
            description = "How long it waits for its first broadcaster; 0 for ever.")
        long neverConnectedSeconds,
    @Schema(
            example = "1800",
            description =
                "How long it waits for a broadcaster to come back into the same broadcast; 0 for"
                    + " ever.")
        long inputLostSeconds,
    @Schema(example = "14400", description = "How long a broadcast may be; 0 for without end.")
        long maximumDurationSeconds,
    @Schema(description = "Those that count now, the next to end first.") List<Running> running) {

  /**
   * A timer that counts.
   *
   * @param warned whether {@code timer.warning} was told of this end
   */
  @Schema(name = "RunningTimer")
  record Running(
      @Schema(type = "string", example = "maximum_duration") Timer timer,
      Instant since,
      @Schema(example = "600") long extendedSeconds,
      @Schema(description = "When `timer.warning` is told.") Instant warnsAt,
      @Schema(description = "When the channel is stopped.") Instant stopsAt,
      @Schema(example = "false") boolean warned) {

    static Running of(Countdown countdown) {
      return new Running(
          countdown.timer(),
          countdown.progress().since(),
          countdown.progress().extraSeconds(),
          countdown.warnsAt(),
          countdown.stopsAt(),
          countdown.isWarnedOf());
    }
  }

  static TimersResponse of(Timers timers, List<Countdown> countdowns, TimerProperties properties) {
    Limits limits = timers.limits();
    return new TimersResponse(
        "timers",
        timers.channelId(),
        properties.limit(Timer.NEVER_CONNECTED, limits).toSeconds(),
        properties.limit(Timer.INPUT_LOST, limits).toSeconds(),
        properties.limit(Timer.MAXIMUM_DURATION, limits).toSeconds(),
        countdowns.stream().map(Running::of).toList());
  }
}
