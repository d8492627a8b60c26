package onair.delivery.playback;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import onair.common.problem.Problems;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.version.Unversioned;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where things play. What belongs to another organization is not found. */
@RestController
@RequestMapping("/v1/playback")
@Tag(name = "playback", description = "Addresses for players")
class PlaybackController {

  private final Playbacks playbacks;

  PlaybackController(Playbacks playbacks) {
    this.playbacks = playbacks;
  }

  @GetMapping("/{playback_id}")
  @RequiresScope({"delivery:read", "channels:read"})
  @Operation(
      operationId = "getPlayback",
      summary = "Get playback addresses",
      description =
          "Addresses are null until something is packaged and every edge of the CDN serves it; ask"
              + " again, or wait for the event channel.live.")
  @Unversioned("put together from what several services told")
  PlaybackResponse get(
      Caller caller,
      @Parameter(description = "From the channel or asset", example = "pb_01k8zq3v9s7m4t2r6x0d5c1b")
          @PathVariable("playback_id")
          String playbackId) {
    return playbacks
        .find(caller.organizationId(), playbackId)
        .orElseThrow(() -> Problems.notFound("playback", playbackId));
  }
}
