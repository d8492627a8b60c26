package onair.channel.live;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Map;
import onair.channel.live.ChannelStatus.Word;
import onair.common.idempotency.Idempotent;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.web.ETags;
import onair.common.web.MetadataFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
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
  private final ChannelStore channels;
  private final ChannelProperties properties;

  ChannelController(ChannelCommands commands, ChannelStore channels, ChannelProperties properties) {
    this.commands = commands;
    this.channels = channels;
    this.properties = properties;
  }

  @PostMapping
  @Idempotent
  @RequiresScope("channels:write")
  @Operation(
      operationId = "createChannel",
      summary = "Create a channel",
      description =
          "Answers at once with the ingest address, the stream key and the playback id. Nothing is"
              + " made in AWS, and nothing costs, until the channel is started.")
  @ApiResponse(
      responseCode = "202",
      description = "The channel",
      headers = {@Header(name = "Location"), @Header(name = OPERATION_LOCATION)})
  ResponseEntity<ChannelResponse> create(
      Caller caller,
      @RequestBody ChannelRequest request,
      @Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
    refuseDryRun(parameters);
    Channel channel = commands.create(caller.organizationId(), request);
    return accepted(channel, caller, true);
  }

  @GetMapping
  @RequiresScope("channels:read")
  @Operation(
      operationId = "listChannels",
      summary = "List channels",
      description =
          "Newest first. Filters by status, and by metadata with parameters of the form"
              + " metadata.<key>=<value>.")
  Page<ChannelResponse> list(
      Caller caller,
      PageRequest page,
      @Parameter(schema = @Schema(type = "string", example = "live"))
          @RequestParam(required = false)
          @Nullable String status,
      @Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
    var filter = new ChannelFilter(word(status), MetadataFilter.of(parameters));
    return Page.of(
        channels.list(caller.organizationId(), filter, page),
        page,
        channel -> channel.id().value(),
        channel -> response(channel, caller));
  }

  @GetMapping("/{id}")
  @RequiresScope("channels:read")
  @Operation(operationId = "getChannel", summary = "Get a channel")
  ResponseEntity<ChannelResponse> get(Caller caller, @PathVariable String id) {
    Channel channel =
        ChannelId.parse(id)
            .flatMap(channelId -> channels.find(caller.organizationId(), channelId))
            .orElseThrow(() -> ChannelProblems.notFound(id));
    return ResponseEntity.ok().eTag(ETags.of(channel.version())).body(response(channel, caller));
  }

  @PatchMapping("/{id}")
  @RequiresScope("channels:write")
  @Operation(
      operationId = "updateChannel",
      summary = "Change a channel",
      description =
          "Name and metadata at any time; the rest only while the channel is idle or failed, and it"
              + " counts from the next start.")
  ResponseEntity<ChannelResponse> update(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody ChannelPatch patch,
      @Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
    refuseDryRun(parameters);
    Channel channel = commands.update(caller.organizationId(), id, ifMatch, patch);
    return ResponseEntity.ok().eTag(ETags.of(channel.version())).body(response(channel, caller));
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
  ResponseEntity<ChannelResponse> delete(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return accepted(commands.delete(caller.organizationId(), id, ifMatch), caller, false);
  }

  @PostMapping("/{id}/start")
  @Idempotent
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
  ResponseEntity<ChannelResponse> start(
      Caller caller,
      @PathVariable String id,
      @Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
    refuseDryRun(parameters);
    return accepted(commands.start(caller.organizationId(), id), caller, false);
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
  ResponseEntity<ChannelResponse> stop(Caller caller, @PathVariable String id) {
    return accepted(commands.stop(caller.organizationId(), id), caller, false);
  }

  private ResponseEntity<ChannelResponse> accepted(
      Channel channel, Caller caller, boolean created) {
    var reply =
        ResponseEntity.status(HttpStatus.ACCEPTED)
            .eTag(ETags.of(channel.version()))
            .header(OPERATION_LOCATION, "/v1/operations/" + channel.operationId());
    if (created) {
      reply.location(URI.create("/v1/channels/" + channel.id()));
    }
    return reply.body(response(channel, caller));
  }

  private ChannelResponse response(Channel channel, Caller caller) {
    boolean keyShown = caller.has("channels:write") || caller.has("channels:control");
    return ChannelResponse.of(channel, properties.ingest(), keyShown);
  }

  /** What was meant as a rehearsal must not become the real thing. */
  private static void refuseDryRun(Map<String, String> parameters) {
    if (parameters.containsKey("dry_run") && !"false".equals(parameters.get("dry_run"))) {
      throw ChannelProblems.noDryRun();
    }
  }

  private static @Nullable Word word(@Nullable String status) {
    return status == null ? null : Word.find(status).orElseThrow(ChannelProblems::unknownStatus);
  }
}
