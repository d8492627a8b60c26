package onair.channel.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import onair.channel.health.EncoderMetrics.Pipeline;
import org.jspecify.annotations.Nullable;

/** How well a channel was fed, as the API shows it. */
@Schema(name = "ChannelHealthHistory")
record HistoryResponse(
    @Schema(example = "channel_health_history") String object,
    @Schema(example = "ch_06d4x8k2m1v7r9t3w5y8z0a2bc") String channelId,
    Instant from,
    Instant to,
    @Schema(example = "10", description = "How long a point was measured.") int periodSeconds,
    @Schema(
            description =
                "By pipeline; empty when nothing was measured in that time, or the channel has no"
                    + " encoder.")
        List<Series> pipelines) {

  /** The points of one pipeline. */
  @Schema(name = "PipelineHealthHistory")
  record Series(
      @Schema(example = "0") String pipeline,
      @Schema(
              description =
                  "The oldest first. Where nothing was measured there is none: the channel did not"
                      + " run, or AWS does not know yet.")
          List<Point> points) {

    static Series of(Pipeline pipeline) {
      return new Series(pipeline.name(), pipeline.windows().stream().map(Point::of).toList());
    }
  }

  /** One window of one pipeline; null where AWS tells nothing. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "HealthPoint")
  record Point(
      @Schema(description = "When the ten seconds began it was measured in.") Instant at,
      @Schema(example = "25.0") @Nullable Double framesPerSecond,
      @Schema(example = "3000000") @Nullable Long bitsPerSecond,
      @Schema(example = "0") @Nullable Long droppedFrames,
      @Schema(example = "0", description = "For how long MediaLive filled in.")
          @Nullable Long filledMilliseconds,
      @Schema(example = "0", description = "How many alerts were set.") @Nullable Long alerts) {

    static Point of(Window window) {
      return new Point(
          window.begins(),
          window.values().get(Measure.FRAME_RATE),
          window.bitsPerSecond(),
          window.whole(Measure.DROPPED_FRAMES),
          window.whole(Measure.FILLED_MILLISECONDS),
          window.whole(Measure.ALERTS));
    }
  }

  static HistoryResponse of(String channelId, Instant from, Instant to, List<Pipeline> pipelines) {
    return new HistoryResponse(
        "channel_health_history",
        channelId,
        from,
        to,
        (int) Window.LENGTH.toSeconds(),
        pipelines.stream().map(Series::of).toList());
  }
}
