package onair.channel.clip;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import onair.channel.session.Sessions;
import onair.common.idempotency.Idempotent;
import onair.common.paging.MetadataFilter;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.problem.Problems;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.version.Tagged;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Clips over HTTP. Those of another organization are not found. */
@RestController
@RequestMapping("/v1/channels/{channel_id}/clips")
@Tag(name = "clips", description = "Stretches of a broadcast that become assets")
class ClipController {

  private final ClipCommands commands;
  private final ClipStore clips;
  private final Sessions sessions;

  ClipController(ClipCommands commands, ClipStore clips, Sessions sessions) {
    this.commands = commands;
    this.clips = clips;
    this.sessions = sessions;
  }

  @PostMapping
  @Idempotent
  @RequiresScope("channels:control")
  @Operation(
      operationId = "createClip",
      summary = "Clip a broadcast",
      description =
          "Makes an asset of a stretch of the broadcast, while it goes on or after it, within what"
              + " can still be played: dvr_window_seconds, or a day when the channel is recorded. Give"
              + " start_at and end_at, or last_seconds. What is copied is whole segments.")
  @ApiResponse(responseCode = "202", description = "The clip", headers = @Header(name = "Location"))
  @ApiResponse(
      responseCode = "409",
      description =
          "`clips_unsupported`: No clips can be made of this channel; or it was never live, or is"
              + " being removed")
  Tagged<ClipResponse> create(
      Caller caller,
      @PathVariable("channel_id") String channelId,
      @RequestBody ClipRequest request) {
    Clip clip = commands.create(caller.organizationId(), channelId, request);
    return Tagged.accepted(clip.version(), ClipResponse.of(clip))
        .at("/v1/channels/%s/clips/%s".formatted(channelId, clip.id()));
  }

  @GetMapping
  @RequiresScope("channels:read")
  @Operation(
      operationId = "listClips",
      summary = "List clips",
      description = "Newest first, also of a channel that is gone; with one status only by status.")
  Page<ClipResponse> list(
      Caller caller,
      PageRequest page,
      MetadataFilter metadata,
      @PathVariable("channel_id") String channelId,
      @Parameter(schema = @Schema(type = "string", example = "ready"))
          @RequestParam(required = false)
          @Nullable String status) {
    var filter = new ClipFilter(status(status), metadata);
    if (!sessions.isChannelKnown(caller.organizationId(), channelId)) {
      throw Problems.notFound("channel", channelId);
    }
    return Page.of(
        clips.list(caller.organizationId(), channelId, filter, page),
        page,
        Clip::id,
        ClipResponse::of);
  }

  @GetMapping("/{id}")
  @RequiresScope("channels:read")
  @Operation(operationId = "getClip", summary = "Get a clip")
  Tagged<ClipResponse> get(
      Caller caller, @PathVariable("channel_id") String channelId, @PathVariable String id) {
    return clips
        .find(caller.organizationId(), channelId, id)
        .map(clip -> Tagged.found(clip.version(), ClipResponse.of(clip)))
        .orElseThrow(() -> Problems.notFound("clip", id));
  }

  private static Clip.@Nullable Status status(@Nullable String word) {
    return word == null ? null : Clip.Status.find(word).orElseThrow(ClipProblems::unknownStatus);
  }
}
