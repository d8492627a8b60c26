package onair.ads.placement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import onair.common.idempotency.Idempotent;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.web.ETags;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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

/** Ad configurations over HTTP. Faults are told as in {@link PlacementProblems}. */
@RestController
@RequestMapping("/v1/ad-configurations")
@Tag(name = "ad-configurations", description = "Where ads are put in")
class PlacementController {

  private final Placements commands;
  private final PlacementStore placements;

  PlacementController(Placements commands, PlacementStore placements) {
    this.commands = commands;
    this.placements = placements;
  }

  @PostMapping
  @Idempotent
  @RequiresScope("ads:write")
  @Operation(
      operationId = "createAdConfiguration",
      summary = "Put ads before an asset",
      description =
          "Answers at once; it is ready once MediaTailor has it. A channel gets its own by its ads"
              + " flag.")
  @ApiResponse(responseCode = "202", description = "The ad configuration")
  ResponseEntity<PlacementResponse> create(Caller caller, @RequestBody PlacementRequest request) {
    Placement placement = commands.create(caller.organizationId(), request);
    return ResponseEntity.accepted()
        .location(URI.create("/v1/ad-configurations/" + placement.id()))
        .eTag(ETags.of(placement.version()))
        .body(PlacementResponse.of(placement));
  }

  @GetMapping
  @RequiresScope("ads:read")
  @Operation(
      operationId = "listAdConfigurations",
      summary = "List ad configurations",
      description = "Newest first, those of channels included; of one playback id by playback_id.")
  Page<PlacementResponse> list(
      Caller caller,
      PageRequest page,
      @RequestParam(name = "playback_id", required = false) @Nullable String playbackId) {
    return Page.of(
        placements.list(caller.organizationId(), playbackId, page),
        page,
        Placement::id,
        PlacementResponse::of);
  }

  @GetMapping("/{id}")
  @RequiresScope("ads:read")
  @Operation(operationId = "getAdConfiguration", summary = "Get an ad configuration")
  ResponseEntity<PlacementResponse> get(Caller caller, @PathVariable String id) {
    Placement placement =
        placements
            .find(caller.organizationId(), id)
            .orElseThrow(() -> PlacementProblems.notFound(id));
    return ResponseEntity.ok()
        .eTag(ETags.of(placement.version()))
        .body(PlacementResponse.of(placement));
  }

  @PatchMapping("/{id}")
  @RequiresScope("ads:write")
  @Operation(
      operationId = "updateAdConfiguration",
      summary = "Change the ads of an asset",
      description = "Not for a channel's, which follows the channel.")
  ResponseEntity<PlacementResponse> update(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody PlacementPatch patch) {
    return accepted(commands.update(caller.organizationId(), id, ifMatch, patch));
  }

  @DeleteMapping("/{id}")
  @RequiresScope("ads:write")
  @Operation(
      operationId = "deleteAdConfiguration",
      summary = "Take the ads of an asset away",
      description =
          "New viewers see none at once. It is not found once MediaTailor has removed it.")
  @ApiResponse(responseCode = "202", description = "The ad configuration")
  ResponseEntity<PlacementResponse> delete(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return accepted(commands.delete(caller.organizationId(), id, ifMatch));
  }

  private static ResponseEntity<PlacementResponse> accepted(Placement placement) {
    return ResponseEntity.accepted()
        .eTag(ETags.of(placement.version()))
        .body(PlacementResponse.of(placement));
  }
}
