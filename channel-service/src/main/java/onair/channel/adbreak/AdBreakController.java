package onair.channel.adbreak;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import onair.common.idempotency.Idempotent;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.problem.Problems;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Ad breaks over HTTP. Those of another organization are not found. */
@RestController
@RequestMapping("/v1/channels/{channel_id}/ad-breaks")
@Tag(name = "ad-breaks", description = "Breaks in a broadcast that ads may fill")
class AdBreakController {

  private final AdBreakCommands commands;
  private final AdBreakStore adBreaks;
  private final Broadcasts broadcasts;

  AdBreakController(AdBreakCommands commands, AdBreakStore adBreaks, Broadcasts broadcasts) {
    this.commands = commands;
    this.adBreaks = adBreaks;
    this.broadcasts = broadcasts;
  }

  @PostMapping
  @Idempotent
  @RequiresScope("channels:control")
  @Operation(
      operationId = "createAdBreak",
      summary = "Break for ads",
      description =
          "Puts a SCTE-35 splice insert into the broadcast, at once or at start_at. The channel must"
              + " be live.")
  @ApiResponse(responseCode = "202", description = "The break")
  ResponseEntity<AdBreakResponse> create(
      Caller caller,
      @PathVariable("channel_id") String channelId,
      @RequestBody AdBreakRequest request) {
    AdBreak adBreak = commands.create(caller.organizationId(), channelId, request);
    return ResponseEntity.accepted()
        .location(URI.create("/v1/channels/%s/ad-breaks/%s".formatted(channelId, adBreak.id())))
        .body(AdBreakResponse.of(adBreak));
  }

  @GetMapping
  @RequiresScope("channels:read")
  @Operation(
      operationId = "listAdBreaks",
      summary = "List ad breaks",
      description = "Newest first.")
  Page<AdBreakResponse> list(
      Caller caller, PageRequest page, @PathVariable("channel_id") String channelId) {
    if (broadcasts.find(caller.organizationId(), channelId).isEmpty()) {
      throw Problems.notFound("channel", channelId);
    }
    return Page.of(
        adBreaks.list(caller.organizationId(), channelId, page),
        page,
        AdBreak::id,
        AdBreakResponse::of);
  }

  @GetMapping("/{id}")
  @RequiresScope("channels:read")
  @Operation(operationId = "getAdBreak", summary = "Get an ad break")
  AdBreakResponse get(
      Caller caller, @PathVariable("channel_id") String channelId, @PathVariable String id) {
    return adBreaks
        .find(caller.organizationId(), channelId, id)
        .map(AdBreakResponse::of)
        .orElseThrow(() -> Problems.notFound("ad break", id));
  }

  @DeleteMapping("/{id}")
  @RequiresScope("channels:control")
  @Operation(
      operationId = "cancelAdBreak",
      summary = "Cancel an ad break",
      description = "Possible until the encoder was told of it, some 18 seconds before start_at.")
  AdBreakResponse cancel(
      Caller caller, @PathVariable("channel_id") String channelId, @PathVariable String id) {
    return AdBreakResponse.of(commands.cancel(caller.organizationId(), channelId, id));
  }
}
