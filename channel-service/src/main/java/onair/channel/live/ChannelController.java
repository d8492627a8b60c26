package onair.channel.live;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import onair.channel.live.ChannelEdits.Consent;
import onair.channel.live.ChannelEdits.Edited;
import onair.channel.live.ChannelStatus.Word;
import onair.common.idempotency.Idempotent;
import onair.common.paging.MetadataFilter;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.plan.DryRun;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.version.IfMatch;
import onair.common.version.Tagged;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Live channels over HTTP. Nothing here waits for AWS: what needs it is answered 202 with {@code
 * Operation-Location}. Faults are told as in {@link ChannelProblems}; a channel of another
 * organization is not found.
 */
@RestController
@RequestMapping("/v1/channels")
@Tag(name = "channels", description = "Live channels: made once, on air as often as you like")
class ChannelController {

  private static final String OPERATION_LOCATION = "Operation-Location";

  private final ChannelCommands commands;
  private final ChannelEdits edits;
  private final ChannelStore channels;
  private final ChannelPlans plans;
  private final ChannelProperties properties;

  ChannelController(
      ChannelCommands commands,
      ChannelEdits edits,
      ChannelStore channels,
      ChannelPlans plans,
      ChannelProperties properties) {
    this.commands = commands;
    this.edits = edits;
    this.channels = channels;
    this.plans = plans;
    this.properties = properties;
  }

  @PostMapping
  @Idempotent(required = true)
  @RequiresScope("channels:write")
  @Operation(
      operationId = "createChannel",
      summary = "Create a channel",
      description =
          "Answers at once with the ingest address, the stream key and the playback id. Nothing is"
              + " made in AWS, and nothing costs, until the channel is started; a rehearsal shows"
              + " that start.")
  @ApiResponse(
      responseCode = "202",
      description = "The channel",
      headers = {@Header(name = "Location"), @Header(name = OPERATION_LOCATION)})
  Tagged<ChannelResponse> create(
      Caller caller, @RequestBody ChannelRequest request, DryRun dryRun) {
    Channel channel = commands.create(caller.organizationId(), request);
    dryRun.shows(() -> plans.start(channel));
    return accepted(channel, caller).at("/v1/channels/" + channel.id());
  }

  @GetMapping
  @RequiresScope("channels:read")
  @Operation(
      operationId = "listChannels",
      summary = "List channels",
      description =
          "Newest first; with one status only by status, and with a word in their name by name.")
  Page<ChannelResponse> list(
      Caller caller,
      PageRequest page,
      MetadataFilter metadata,
      @Parameter(schema = @Schema(type = "string", example = "live"))
          @RequestParam(required = false)
          @Nullable String status,
      @Parameter(
              description =
                  "A part of the name, in whatever case; every character stands for itself.",
              schema = @Schema(type = "string", example = "evening"))
          @RequestParam(required = false)
          @Nullable String name) {
    var filter = new ChannelFilter(word(status), name, metadata.wanted());
    return Page.of(
        channels.list(caller.organizationId(), filter, page),
        page,
        channel -> channel.id().value(),
        channel -> response(channel, caller));
  }

  @GetMapping("/{id}")
  @RequiresScope("channels:read")
  @Operation(operationId = "getChannel", summary = "Get a channel")
  Tagged<ChannelResponse> get(Caller caller, @PathVariable String id) {
    Channel channel =
        ChannelId.parse(id)
            .flatMap(channelId -> channels.find(caller.organizationId(), channelId))
            .orElseThrow(() -> ChannelProblems.notFound(id));
    return Tagged.found(channel.version(), response(channel, caller));
  }

  @PatchMapping("/{id}")
  @RequiresScope("channels:write")
  @Operation(
      operationId = "updateChannel",
      summary = "Change a channel",
      description =
          "A channel that is idle, failed or disabled takes everything, and it counts from the next"
              + " start, which is what a rehearsal shows. A channel on air is changed under who"
              + " watches: in_place (name, metadata, record, ads, dvr_window_seconds) at once; restart"
              + " (ladder, pipelines, slate) only with apply=restart, by another encoder at the same"
              + " packager, so that viewers wait and go on; breaks_viewers (the rest, and a ladder"
              + " with segments of another length) not at all. With origin s3 or mediastore, what"
              + " the encoder carries breaks viewers. A rehearsal tells which it is, in change.")
  @ApiResponse(responseCode = "200", description = "The channel")
  @ApiResponse(
      responseCode = "202",
      description = "The channel, whose encoder is made anew",
      headers = @Header(name = OPERATION_LOCATION))
  @ApiResponse(
      responseCode = "402",
      description = "`budget_exceeded`: what may be spent in this month does not pay for it")
  @ApiResponse(
      responseCode = "409",
      description =
          "`restart_required`: This takes a restart of the encoder; say that it may be restarted."
              + " `breaks_viewers`: not while it is on air. `status_conflict`: not while it stops or"
              + " is removed. fields and ways tell which, and what to do instead")
  Tagged<ChannelResponse> update(
      Caller caller,
      @PathVariable String id,
      IfMatch ifMatch,
      @Parameter(
              description =
                  "Whether a channel on air may be restarted for it; refused if not given.",
              schema = @Schema(type = "string", allowableValues = "restart"))
          @RequestParam(required = false)
          @Nullable String apply,
      @RequestBody ChannelPatch patch,
      DryRun dryRun) {
    var consent = new Consent(restarts(apply), dryRun.wanted());
    Edited edited = edits.edit(caller.organizationId(), id, ifMatch, patch, consent);
    dryRun.shows(() -> plans.edit(edited, consent));
    Channel channel = edited.channel();
    return edited.restarts()
        ? accepted(channel, caller)
        : Tagged.found(channel.version(), response(channel, caller));
  }

  @DeleteMapping("/{id}")
  @RequiresScope("channels:write")
  @Operation(
      operationId = "deleteChannel",
      summary = "Delete a channel",
      description =
          "From any status. The channel is shown as deleted while what it has in AWS is removed,"
              + " and is not found once all of it is seen to be gone.")
  @ApiResponse(
      responseCode = "202",
      description = "The channel",
      headers = @Header(name = OPERATION_LOCATION))
  Tagged<ChannelResponse> delete(Caller caller, @PathVariable String id, IfMatch ifMatch) {
    return accepted(commands.delete(caller.organizationId(), id, ifMatch), caller);
  }

  @PostMapping("/{id}/start")
  @Idempotent(required = true)
  @RequiresScope("channels:control")
  @Operation(
      operationId = "startChannel",
      summary = "Start a channel",
      description =
          "Makes what is missing in AWS and starts the encoder, which costs by the minute from then"
              + " on. The channel is waiting once a broadcaster can connect, and live once viewers"
              + " can watch.")
  @ApiResponse(
      responseCode = "202",
      description = "The channel",
      headers = @Header(name = OPERATION_LOCATION))
  @ApiResponse(
      responseCode = "402",
      description = "`budget_exceeded`: what may be spent in this month does not pay for it")
  @ApiResponse(
      responseCode = "422",
      description =
          "`quota_exceeded`: AWS would refuse it; quotas names what there is too little of")
  Tagged<ChannelResponse> start(Caller caller, @PathVariable String id, DryRun dryRun) {
    Channel channel = commands.start(caller.organizationId(), id);
    dryRun.shows(() -> plans.start(channel));
    return accepted(channel, caller);
  }

  @PostMapping("/{id}/stop")
  @Idempotent
  @RequiresScope("channels:control")
  @Operation(
      operationId = "stopChannel",
      summary = "Stop a channel",
      description =
          "Stops the encoder. What the channel has in AWS is kept for a while, for a quick next"
              + " start, and then removed.")
  @ApiResponse(
      responseCode = "202",
      description = "The channel",
      headers = @Header(name = OPERATION_LOCATION))
  Tagged<ChannelResponse> stop(Caller caller, @PathVariable String id) {
    return accepted(commands.stop(caller.organizationId(), id), caller);
  }

  @PostMapping("/{id}/rotate-stream-key")
  @Idempotent
  @RequiresScope("channels:control")
  @Operation(
      operationId = "rotateStreamKey",
      summary = "Change the stream key of a channel",
      description =
          "The reply tells the new key: the stream key of rtmp, the passphrase of srt. Viewers watch"
              + " at the same address as before. A channel on air is interrupted: MediaLive takes no"
              + " other key while it runs, so its input and encoder are made anew, whoever pushes"
              + " with the old key is cut off and refused, and the channel waits for the new one."
              + " Where the installation tells no ingest address of its own, url may become another.")
  @ApiResponse(responseCode = "200", description = "The channel with its new key")
  @ApiResponse(responseCode = "409", description = "Not while it is being removed")
  Tagged<ChannelResponse> rotateKey(Caller caller, @PathVariable String id, IfMatch ifMatch) {
    Channel channel = commands.rotateKey(caller.organizationId(), id, ifMatch);
    return Tagged.found(channel.version(), response(channel, caller))
        .with(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private Tagged<ChannelResponse> accepted(Channel channel, Caller caller) {
    return Tagged.accepted(channel.version(), response(channel, caller))
        .operation(channel.operationId());
  }

  private ChannelResponse response(Channel channel, Caller caller) {
    return ChannelResponse.shownTo(caller, channel, properties.ingest());
  }

  private static boolean restarts(@Nullable String apply) {
    if (apply != null && !apply.equals("restart")) {
      throw ChannelProblems.unknownApply();
    }
    return apply != null;
  }

  private static @Nullable Word word(@Nullable String status) {
    return status == null ? null : Word.find(status).orElseThrow(ChannelProblems::unknownStatus);
  }
}
