package onair.channel.simulcast;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import onair.channel.live.ChannelDirectory;
import onair.channel.simulcast.SimulcastTargetCommands.Made;
import onair.common.idempotency.Idempotent;
import onair.common.paging.MetadataFilter;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.plan.Catalog;
import onair.common.plan.DryRun;
import onair.common.plan.Plan;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.version.IfMatch;
import onair.common.version.Tagged;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Simulcast targets of a channel over HTTP. Faults are told as in {@link SimulcastTargetProblems};
 * what belongs to another organization is not found.
 */
@RestController
@RequestMapping("/v1/channels/{channel_id}/simulcast-targets")
@Tag(name = "simulcast-targets", description = "Where a channel is pushed to besides its viewers")
class SimulcastTargetController {

  private final SimulcastTargetCommands commands;
  private final SimulcastTargetStore targets;
  private final ChannelDirectory channels;
  private final Catalog catalog;

  SimulcastTargetController(
      SimulcastTargetCommands commands,
      SimulcastTargetStore targets,
      ChannelDirectory channels,
      Catalog catalog) {
    this.commands = commands;
    this.targets = targets;
    this.channels = channels;
    this.catalog = catalog;
  }

  @PostMapping
  @Idempotent(required = true)
  @RequiresScope("channels:write")
  @Operation(
      operationId = "createSimulcastTarget",
      summary = "Push a channel to another platform, too",
      description =
          "The channel's best rendition is pushed there by RTMP or RTMPS for as long as it is on"
              + " air, and billed as one more output. A channel that is on air already pushes there"
              + " from its next start on: MediaLive lets nobody change the outputs of an encoder"
              + " that runs. A target that fails is tried again, and neither viewers nor other"
              + " targets notice. A channel with two pipelines cannot be pushed.")
  @ApiResponse(
      responseCode = "202",
      description = "The simulcast target",
      headers = @Header(name = "Location"))
  Tagged<SimulcastTargetResponse> create(
      Caller caller,
      @PathVariable("channel_id") String channelId,
      @RequestBody SimulcastTargetRequest request,
      DryRun dryRun) {
    Made made = commands.create(caller.organizationId(), channelId, request);
    dryRun.shows(() -> plan(made.output()));
    SimulcastTarget target = made.target();
    return Tagged.accepted(target.version(), SimulcastTargetResponse.of(target))
        .at("/v1/channels/" + channelId + "/simulcast-targets/" + target.id());
  }

  @GetMapping
  @RequiresScope("channels:read")
  @Operation(operationId = "listSimulcastTargets", summary = "List a channel's simulcast targets")
  Page<SimulcastTargetResponse> list(
      Caller caller,
      @PathVariable("channel_id") String channelId,
      PageRequest page,
      MetadataFilter metadata) {
    if (channels.find(caller.organizationId(), channelId).isEmpty()) {
      throw SimulcastTargetProblems.channelNotFound(channelId);
    }
    return Page.of(
        targets.list(channelId, metadata, page),
        page,
        SimulcastTarget::id,
        SimulcastTargetResponse::of);
  }

  @GetMapping("/{id}")
  @RequiresScope("channels:read")
  @Operation(
      operationId = "getSimulcastTarget",
      summary = "Get a simulcast target",
      description =
          "It is broadcasting when the channel is on air with a picture and MediaLive does not"
              + " complain about this target; MediaLive never says that a target is well.")
  Tagged<SimulcastTargetResponse> get(
      Caller caller, @PathVariable("channel_id") String channelId, @PathVariable String id) {
    SimulcastTarget target =
        targets
            .find(caller.organizationId(), channelId, id)
            .orElseThrow(() -> SimulcastTargetProblems.notFound(id));
    return Tagged.found(target.version(), SimulcastTargetResponse.of(target));
  }

  @DeleteMapping("/{id}")
  @RequiresScope("channels:write")
  @Operation(
      operationId = "deleteSimulcastTarget",
      summary = "Delete a simulcast target",
      description =
          "A channel that is on air pushes there until it is stopped; only then is the target not"
              + " found any more.")
  @ApiResponse(responseCode = "202", description = "The simulcast target")
  Tagged<SimulcastTargetResponse> delete(
      Caller caller,
      @PathVariable("channel_id") String channelId,
      @PathVariable String id,
      IfMatch ifMatch) {
    SimulcastTarget target = commands.delete(caller.organizationId(), channelId, id, ifMatch);
    return Tagged.accepted(target.version(), SimulcastTargetResponse.of(target));
  }

  private Plan plan(String output) {
    return catalog
        .plan("simulcast_target.create")
        .creates("medialive", "output", 1)
        .costs(output, 1)
        .done();
  }
}
