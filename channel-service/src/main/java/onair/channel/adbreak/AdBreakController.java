package onair.channel.adbreak;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import onair.channel.schedule.Broadcasts;
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
  @ApiResponse(
      responseCode = "202",
      description = "The break",
      headers = @Header(name = "Location"))
  Tagged<AdBreakResponse> create(
      Caller caller,
      @PathVariable("channel_id") String channelId,
      @RequestBody AdBreakRequest request) {
    AdBreak adBreak = commands.create(caller.organizationId(), channelId, request);
    return Tagged.accepted(adBreak.version(), AdBreakResponse.of(adBreak))
        .at("/v1/channels/%s/ad-breaks/%s".formatted(channelId, adBreak.id()));
  }

  @GetMapping
  @RequiresScope("channels:read")
  @Operation(
      operationId = "listAdBreaks",
      summary = "List ad breaks",
      description = "Newest first; with one status only by status.")
  Page<AdBreakResponse> list(
      Caller caller,
      PageRequest page,
      MetadataFilter metadata,
      @PathVariable("channel_id") String channelId,
      @Parameter(schema = @Schema(type = "string", example = "filled"))
          @RequestParam(required = false)
          @Nullable String status) {
    var filter = new AdBreakFilter(status(status), metadata);
    if (broadcasts.find(caller.organizationId(), channelId).isEmpty()) {
      throw Problems.notFound("channel", channelId);
    }
    return Page.of(
        adBreaks.list(caller.organizationId(), channelId, filter, page),
        page,
        AdBreak::id,
        AdBreakResponse::of);
  }

  @GetMapping("/{id}")
  @RequiresScope("channels:read")
  @Operation(operationId = "getAdBreak", summary = "Get an ad break")
  Tagged<AdBreakResponse> get(
      Caller caller, @PathVariable("channel_id") String channelId, @PathVariable String id) {
    return adBreaks
        .find(caller.organizationId(), channelId, id)
        .map(AdBreakController::found)
        .orElseThrow(() -> Problems.notFound("ad break", id));
  }

  @DeleteMapping("/{id}")
  @RequiresScope("channels:control")
  @Operation(
      operationId = "cancelAdBreak",
      summary = "Cancel an ad break",
      description = "Possible until the encoder was told of it, some 18 seconds before start_at.")
  Tagged<AdBreakResponse> cancel(
      Caller caller,
      @PathVariable("channel_id") String channelId,
      @PathVariable String id,
      IfMatch ifMatch) {
    return found(commands.cancel(caller.organizationId(), channelId, id, ifMatch));
  }

  private static Tagged<AdBreakResponse> found(AdBreak adBreak) {
    return Tagged.found(adBreak.version(), AdBreakResponse.of(adBreak));
  }

  private static AdBreak.@Nullable Status status(@Nullable String word) {
    return word == null
        ? null
        : AdBreak.Status.find(word).orElseThrow(AdBreakProblems::unknownStatus);
  }
}
