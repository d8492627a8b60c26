package onair.channel.health;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import onair.channel.live.ChannelDirectory;
import onair.channel.live.ChannelDirectory.Encoding;
import onair.common.problem.Problems;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.version.Unversioned;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Health over HTTP. Another organization's channel is not found. */
@RestController
@RequestMapping("/v1/channels/{channel_id}/health")
@Tag(name = "channels", description = "Live channels")
class HealthController {

  private final ChannelDirectory channels;
  private final ChannelHealth health;

  HealthController(ChannelDirectory channels, ChannelHealth health) {
    this.channels = channels;
    this.health = health;
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
    Encoding encoding =
        channels
            .encoding(caller.organizationId(), channelId)
            .orElseThrow(() -> Problems.notFound("channel", channelId));
    return health.of(channelId, encoding);
  }
}
