package onair.channel.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import onair.channel.health.EncoderMetrics.Pipeline;
import org.jspecify.annotations.Nullable;

/** How well a channel is fed, as the API shows it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "ChannelHealth")
record HealthResponse(
    @Schema(example = "channel_health") String object,
    @Schema(example = "ch_06d4x8k2m1v7r9t3w5y8z0a2bc") String channelId,
    @Schema(
            example = "healthy",
            description =
                "`healthy`, `starving` when less comes in than is shown, `degraded` when something"
                    + " else is wrong, `unknown` when the channel does not run or AWS tells nothing.")
        String health,
    @Schema(example = "The broadcast comes in as it should.") String summary,
    @Schema(description = "What is wrong, the worst first.") List<Finding> findings,
    @Schema(description = "What MediaLive measured last, by pipeline; empty when nothing yet.")
        List<Measured> pipelines) {

  /** The last window of one pipeline; null where AWS tells nothing. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "PipelineHealth")
  record Measured(
      @Schema(example = "0") String pipeline,
      @Schema(description = "When the ten seconds began it was measured in.") Instant measuredAt,
      @Schema(example = "25.0") @Nullable Double framesPerSecond,
      @Schema(example = "3000000") @Nullable Long bitsPerSecond,
      @Schema(example = "0") @Nullable Long droppedFrames,
      @Schema(example = "0", description = "For how long MediaLive filled in.")
          @Nullable Long filledMilliseconds,
      @Schema(example = "0") @Nullable Long alerts) {

    static Measured of(Pipeline pipeline) {
      Window last = pipeline.windows().getLast();
      return new Measured(
          pipeline.name(),
          last.begins(),
          last.values().get(Measure.FRAME_RATE),
          last.bitsPerSecond(),
          last.whole(Measure.DROPPED_FRAMES),
          last.whole(Measure.FILLED_MILLISECONDS),
          last.whole(Measure.ALERTS));
    }
  }

  static HealthResponse of(String channelId, List<Finding> findings, List<Pipeline> pipelines) {
    List<Pipeline> measured =
        pipelines.stream().filter(pipeline -> !pipeline.windows().isEmpty()).toList();
    String health =
        findings.stream().anyMatch(finding -> finding.code().starves())
            ? "starving"
            : !findings.isEmpty() ? "degraded" : measured.isEmpty() ? "unknown" : "healthy";
    String summary =
        !findings.isEmpty()
            ? findings.getFirst().what()
            : measured.isEmpty()
                ? "MediaLive has measured nothing yet."
                : "The broadcast comes in as it should.";
    return new HealthResponse(
        "channel_health",
        channelId,
        health,
        summary,
        findings,
        measured.stream().map(Measured::of).toList());
  }

  static HealthResponse unknown(String channelId, String why) {
    return new HealthResponse("channel_health", channelId, "unknown", why, List.of(), List.of());
  }
}
