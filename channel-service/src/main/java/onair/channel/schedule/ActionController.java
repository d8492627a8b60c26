package onair.channel.schedule;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import onair.common.idempotency.Idempotent;
import onair.common.paging.MetadataFilter;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.problem.Problems;
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

/**
 * A channel's schedule over HTTP. Faults are told as in {@link ActionProblems}; what belongs to
 * another organization is not found.
 */
@RestController
@RequestMapping("/v1/channels/{channel_id}/schedule")
@Tag(name = "schedule", description = "What happens in a running broadcast, and when")
class ActionController {

  private final ActionCommands commands;
  private final ActionStore actions;
  private final Broadcasts broadcasts;

  ActionController(ActionCommands commands, ActionStore actions, Broadcasts broadcasts) {
    this.commands = commands;
    this.actions = actions;
    this.broadcasts = broadcasts;
  }

  @PostMapping
  @Idempotent
  @RequiresScope("channels:control")
  @Operation(
      operationId = "createScheduleAction",
      summary = "Have something happen in a broadcast",
      description =
          "At once or at start_at: an ID3 tag, a picture over the broadcast, a pause, or another"
              + " input. The channel's encoder must be running. A layer has one picture at a time,"
              + " and a channel one pause.")
  @ApiResponse(
      responseCode = "202",
      description = "The action",
      headers = @Header(name = "Location"))
  @ApiResponse(
      responseCode = "409",
      description =
          "`status_conflict`: the channel does not run; `schedule_action_overlaps`: another action"
              + " has the layer then; `one_input`, `id3_unsupported`, `schedule_full`")
  Tagged<ActionResponse> create(
      Caller caller,
      @PathVariable("channel_id") String channelId,
      @RequestBody ActionRequest request) {
    Action action = commands.create(caller.organizationId(), channelId, request);
    return Tagged.accepted(action.version(), ActionResponse.of(action))
        .at("/v1/channels/%s/schedule/%s".formatted(channelId, action.id()));
  }

  @GetMapping
  @RequiresScope("channels:read")
  @Operation(
      operationId = "listScheduleActions",
      summary = "List a channel's schedule",
      description = "Newest first; with one status only by status.")
  Page<ActionResponse> list(
      Caller caller,
      PageRequest page,
      MetadataFilter metadata,
      @PathVariable("channel_id") String channelId,
      @Parameter(schema = @Schema(type = "string", example = "active"))
          @RequestParam(required = false)
          @Nullable String status) {
    var filter = new ActionFilter(status(status), metadata);
    if (broadcasts.find(caller.organizationId(), channelId).isEmpty()) {
      throw Problems.notFound("channel", channelId);
    }
    return Page.of(
        actions.list(caller.organizationId(), channelId, filter, page),
        page,
        Action::id,
        ActionResponse::of);
  }

  @GetMapping("/{id}")
  @RequiresScope("channels:read")
  @Operation(operationId = "getScheduleAction", summary = "Get an action")
  Tagged<ActionResponse> get(
      Caller caller, @PathVariable("channel_id") String channelId, @PathVariable String id) {
    return actions
        .find(id)
        .filter(found -> found.organizationId().equals(caller.organizationId()))
        .filter(found -> found.channelId().equals(channelId))
        .map(found -> Tagged.found(found.version(), ActionResponse.of(found)))
        .orElseThrow(() -> ActionProblems.notFound(id));
  }

  @DeleteMapping("/{id}")
  @RequiresScope("channels:control")
  @Operation(
      operationId = "cancelScheduleAction",
      summary = "Cancel an action",
      description =
          "Before its time it does not happen. A picture that is shown is taken away, and a pause"
              + " ends. It is cancelled once the encoder's schedule is rid of it.")
  @ApiResponse(responseCode = "202", description = "The action")
  @ApiResponse(responseCode = "409", description = "`status_conflict`: it is over")
  Tagged<ActionResponse> cancel(
      Caller caller,
      @PathVariable("channel_id") String channelId,
      @PathVariable String id,
      IfMatch ifMatch) {
    Action action = commands.cancel(caller.organizationId(), channelId, id, ifMatch);
    return Tagged.accepted(action.version(), ActionResponse.of(action));
  }

  private static Action.@Nullable Status status(@Nullable String word) {
    return word == null
        ? null
        : Action.Status.find(word).orElseThrow(ActionProblems::unknownStatus);
  }
}
