package onair.channel.timer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import onair.channel.timer.TimerCommands.View;
import onair.common.idempotency.Idempotent;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.version.IfMatch;
import onair.common.version.Tagged;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Timers of a channel over HTTP. Faults are told as in {@link TimerProblems}; a channel of another
 * organization is not found.
 */
@RestController
@RequestMapping("/v1/channels/{channel_id}")
@Tag(name = "timers", description = "What takes a channel off the air by itself")
class TimerController {

  private final TimerCommands commands;
  private final TimerProperties properties;

  TimerController(TimerCommands commands, TimerProperties properties) {
    this.commands = commands;
    this.properties = properties;
  }

  @GetMapping("/timers")
  @RequiresScope("channels:read")
  @Operation(
      operationId = "getTimers",
      summary = "Get a channel's timers",
      description = "Their limits, and of those that count when they end.")
  Tagged<TimersResponse> get(Caller caller, @PathVariable("channel_id") String channelId) {
    return found(commands.find(caller.organizationId(), channelId));
  }

  @PatchMapping("/timers")
  @RequiresScope("channels:control")
  @Operation(
      operationId = "updateTimers",
      summary = "Change a channel's timers",
      description =
          "At any time, also on air. A limit counts from when its timer began: one that has passed"
              + " already stops the channel at once.")
  @ApiResponse(responseCode = "200", description = "The timers")
  @ApiResponse(responseCode = "409", description = "`channel_deleted`: it is being removed")
  Tagged<TimersResponse> update(
      Caller caller,
      @PathVariable("channel_id") String channelId,
      IfMatch ifMatch,
      @RequestBody TimersPatch patch) {
    return found(commands.limit(caller.organizationId(), channelId, ifMatch, patch));
  }

  @PostMapping("/extend")
  @Idempotent
  @RequiresScope("channels:control")
  @Operation(
      operationId = "extendChannel",
      summary = "Stay on air for longer",
      description =
          "A timer that counts lasts longer this time, and is warned of again. Its limit stays as it"
              + " is.")
  @ApiResponse(responseCode = "200", description = "The timers")
  @ApiResponse(responseCode = "409", description = "`timer_not_running`: there is none to extend")
  Tagged<TimersResponse> extend(
      Caller caller,
      @PathVariable("channel_id") String channelId,
      @RequestBody ExtensionRequest request) {
    return found(commands.extend(caller.organizationId(), channelId, request));
  }

  /** What counts changes with the channel, whose version is a part of the tag for that. */
  private Tagged<TimersResponse> found(View view) {
    return Tagged.found(
            view.timers().version(),
            TimersResponse.of(view.timers(), view.countdowns(), properties))
        .showing(Long.toString(view.airing().version()));
  }
}
