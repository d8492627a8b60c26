package onair.channel.live;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import onair.common.idempotency.Idempotent;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.version.Tagged;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is on air, and whether anybody may be, over HTTP. */
@RestController
@RequestMapping("/v1/channels/{id}")
@Tag(name = "channels", description = "Live channels: made once, on air as often as you like")
class ChannelGateController {

  private static final String OPERATION_LOCATION = "Operation-Location";

  private final ChannelCommands commands;
  private final ChannelGate gate;
  private final ChannelProperties properties;

  ChannelGateController(ChannelCommands commands, ChannelGate gate, ChannelProperties properties) {
    this.commands = commands;
    this.gate = gate;
    this.properties = properties;
  }

  @PostMapping("/complete")
  @Idempotent
  @RequiresScope("channels:control")
  @Operation(
      operationId = "completeChannel",
      summary = "End the broadcast",
      description =
          "Nobody is waited for any more: the encoder is stopped, and the operation has succeeded"
              + " when the session is closed, from when on its recording is finished. The channel is"
              + " idle then and can be started for another broadcast.")
  @ApiResponse(
      responseCode = "202",
      description = "The channel",
      headers = @Header(name = OPERATION_LOCATION))
  @ApiResponse(responseCode = "409", description = "It is not on air")
  Tagged<ChannelResponse> complete(Caller caller, @PathVariable String id) {
    return accepted(gate.complete(caller.organizationId(), id), caller);
  }

  @PostMapping("/disable")
  @Idempotent
  @RequiresScope("channels:control")
  @Operation(
      operationId = "disableChannel",
      summary = "Disable a channel",
      description =
          "It is taken off the air, refuses to be started, and what it has in AWS is removed at once"
              + " (after its recording is made, if there is one), so that its key opens nothing.")
  @ApiResponse(
      responseCode = "202",
      description = "The channel",
      headers = @Header(name = OPERATION_LOCATION))
  @ApiResponse(responseCode = "409", description = "Not while it is being removed")
  Tagged<ChannelResponse> disable(Caller caller, @PathVariable String id) {
    return accepted(gate.disable(caller.organizationId(), id), caller);
  }

  @PostMapping("/enable")
  @Idempotent
  @RequiresScope("channels:control")
  @Operation(
      operationId = "enableChannel",
      summary = "Enable a channel",
      description = "It can be started again, with the key it had.")
  @ApiResponse(
      responseCode = "202",
      description = "The channel",
      headers = @Header(name = OPERATION_LOCATION))
  @ApiResponse(responseCode = "409", description = "It is not disabled")
  Tagged<ChannelResponse> enable(Caller caller, @PathVariable String id) {
    return accepted(gate.enable(caller.organizationId(), id), caller);
  }

  @PostMapping("/kick")
  @Idempotent
  @RequiresScope("channels:control")
  @Operation(
      operationId = "kickBroadcaster",
      summary = "Cut off who pushes",
      description =
          "MediaLive cannot close one connection: the channel gets another key, which the reply"
              + " tells, and its input and encoder are made anew. Who pushed is cut off with them and"
              + " refused from then on. Viewers see the broadcast interrupted for as long as AWS takes,"
              + " a minute or more; session, recording and address go on.")
  @ApiResponse(responseCode = "200", description = "The channel with its new key")
  @ApiResponse(
      responseCode = "409",
      description = "It is not on air, or `no_stream_key`: nobody pushes to it")
  Tagged<ChannelResponse> kick(Caller caller, @PathVariable String id) {
    Channel channel = commands.kick(caller.organizationId(), id);
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
}
