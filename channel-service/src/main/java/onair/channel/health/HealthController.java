package onair.channel.health;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import onair.channel.live.ChannelDirectory;
import onair.channel.live.ChannelDirectory.Encoding;
import onair.common.problem.Problems;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.time.Times;
import onair.common.version.Unversioned;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Health over HTTP. Another organization's channel is not found. */
@RestController
@RequestMapping("/v1/channels/{channel_id}/health")
@Tag(name = "channels", description = "Live channels")
class HealthController {

  private static final String DEFAULT_SECONDS = "600";

  private final ChannelDirectory channels;
  private final ChannelHealth health;
  private final HealthHistory history;
  private final InstantSource clock;

  HealthController(
      ChannelDirectory channels, ChannelHealth health, HealthHistory history, InstantSource clock) {
    this.channels = channels;
    this.health = health;
    this.history = history;
    this.clock = clock;
  }

  @GetMapping
  @RequiresScope("channels:read")
  @Unversioned("is measured anew all the time")
  @Operation(
      operationId = "getChannelHealth",
      summary = "Get how well a channel is fed",
      description =
          "Bitrate, pictures a second, what was left out and MediaLive's alerts, and in plain words"
              + " what is wrong and how to mend it. MediaLive measures in windows of ten seconds; it"
              + " measures no keyframe interval, so none is told.")
  HealthResponse get(Caller caller, @PathVariable("channel_id") String channelId) {
    return health.of(channelId, encoding(caller, channelId));
  }

  @GetMapping("/history")
  @RequiresScope("channels:read")
  @Unversioned("is measured anew all the time")
  @Operation(
      operationId = "getChannelHealthHistory",
      summary = "Get how well a channel was fed",
      description =
          "What MediaLive measured of each pipeline in windows of ten seconds, up to now; so a graph"
              + " is full when it is opened. Of the encoder the channel has, also when it does not"
              + " run any more. AWS keeps these windows for three hours. AWS is asked every five"
              + " seconds at most, however many look.")
  HistoryResponse history(
      Caller caller,
      @PathVariable("channel_id") String channelId,
      @Parameter(
              description = "How far back.",
              schema =
                  @Schema(
                      type = "integer",
                      minimum = "10",
                      maximum = "10800",
                      defaultValue = DEFAULT_SECONDS))
          @RequestParam(defaultValue = DEFAULT_SECONDS)
          int seconds) {
    long longest = HealthHistory.LONGEST.toSeconds();
    if (seconds < Window.LENGTH.toSeconds() || seconds > longest) {
      throw Problems.validationFailed()
          .violation(
              "seconds",
              "out_of_range",
              "must be from %d to %d".formatted(Window.LENGTH.toSeconds(), longest));
    }
    String encoderId = encoding(caller, channelId).encoderId();
    Instant now = Times.now(clock);
    Duration past = Duration.ofSeconds(seconds);
    return HistoryResponse.of(
        channelId,
        now.minus(past),
        now,
        encoderId == null ? List.of() : history.of(encoderId, now, past));
  }

  private Encoding encoding(Caller caller, String channelId) {
    return channels
        .encoding(caller.organizationId(), channelId)
        .orElseThrow(() -> Problems.notFound("channel", channelId));
  }
}
