package onair.channel.broadcast;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import onair.channel.live.ChannelDirectory;
import onair.common.idempotency.Idempotent;
import onair.common.paging.MetadataFilter;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.version.IfMatch;
import onair.common.version.Tagged;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Planned broadcasts over HTTP. Those of another organization are not found. */
@RestController
@RequestMapping("/v1/channels/{channel_id}/broadcasts")
@Tag(
    name = "broadcasts",
    description = "Times at which a channel goes on and off the air by itself")
class BroadcastController {

  private final BroadcastCommands commands;
  private final BroadcastStore broadcasts;
  private final ChannelDirectory channels;

  BroadcastController(
      BroadcastCommands commands, BroadcastStore broadcasts, ChannelDirectory channels) {
    this.commands = commands;
    this.broadcasts = broadcasts;
    this.channels = channels;
  }

  @PostMapping
  @Idempotent
  @RequiresScope("channels:control")
  @Operation(
      operationId = "planBroadcast",
      summary = "Plan a broadcast",
      description =
          "The channel is made ready in AWS shortly before start_at, with nothing of it running, is"
              + " started at start_at, and is stopped at stop_at. A channel that is on air already"
              + " then stays so. AWS takes a minute or more from the start until a broadcaster can"
              + " connect.")
  @ApiResponse(
      responseCode = "202",
      description = "The broadcast",
      headers = @Header(name = "Location"))
  @ApiResponse(
      responseCode = "409",
      description = "`broadcast_overlaps`: another one is planned or on air then")
  Tagged<BroadcastResponse> plan(
      Caller caller,
      @PathVariable("channel_id") String channelId,
      @RequestBody BroadcastRequest request) {
    PlannedBroadcast broadcast = commands.plan(caller.organizationId(), channelId, request);
    return Tagged.accepted(broadcast.version(), BroadcastResponse.of(broadcast))
        .at("/v1/channels/%s/broadcasts/%s".formatted(channelId, broadcast.id()));
  }

  @GetMapping
  @RequiresScope("channels:read")
  @Operation(
      operationId = "listBroadcasts",
      summary = "List planned broadcasts",
      description = "Newest first; with one status only by status.")
  Page<BroadcastResponse> list(
      Caller caller,
      PageRequest page,
      MetadataFilter metadata,
      @PathVariable("channel_id") String channelId,
      @Parameter(schema = @Schema(type = "string", example = "scheduled"))
          @RequestParam(required = false)
          @Nullable String status) {
    var filter = new BroadcastFilter(status(status), metadata);
    if (channels.find(caller.organizationId(), channelId).isEmpty()) {
      throw BroadcastProblems.channelNotFound(channelId);
    }
    return Page.of(
        broadcasts.list(caller.organizationId(), channelId, filter, page),
        page,
        PlannedBroadcast::id,
        BroadcastResponse::of);
  }

  @GetMapping("/{id}")
  @RequiresScope("channels:read")
  @Operation(operationId = "getBroadcast", summary = "Get a planned broadcast")
  Tagged<BroadcastResponse> get(
      Caller caller, @PathVariable("channel_id") String channelId, @PathVariable String id) {
    return broadcasts
        .find(caller.organizationId(), channelId, id)
        .map(BroadcastController::found)
        .orElseThrow(() -> BroadcastProblems.notFound(id));
  }

  @DeleteMapping("/{id}")
  @RequiresScope("channels:control")
  @Operation(
      operationId = "cancelBroadcast",
      summary = "Cancel a planned broadcast",
      description = "Possible until the channel is started for it; then stop the channel instead.")
  Tagged<BroadcastResponse> cancel(
      Caller caller,
      @PathVariable("channel_id") String channelId,
      @PathVariable String id,
      IfMatch ifMatch) {
    return found(commands.cancel(caller.organizationId(), channelId, id, ifMatch));
  }

  private static Tagged<BroadcastResponse> found(PlannedBroadcast broadcast) {
    return Tagged.found(broadcast.version(), BroadcastResponse.of(broadcast));
  }

  private static PlannedBroadcast.@Nullable Status status(@Nullable String word) {
    return word == null
        ? null
        : PlannedBroadcast.Status.find(word).orElseThrow(BroadcastProblems::unknownStatus);
  }
}
