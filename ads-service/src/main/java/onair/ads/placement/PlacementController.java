package onair.ads.placement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import onair.common.idempotency.Idempotent;
import onair.common.paging.MetadataFilter;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.plan.Catalog;
import onair.common.plan.DryRun;
import onair.common.plan.PlanDraft;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.version.IfMatch;
import onair.common.version.Tagged;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Ad configurations over HTTP. Faults are told as in {@link PlacementProblems}. */
@RestController
@RequestMapping("/v1/ad-configurations")
@Tag(name = "ad-configurations", description = "Where ads are put in")
class PlacementController {

  private static final String MEDIATAILOR = "mediatailor";
  private static final String CONFIGURATION = "playback-configuration";

  private final Placements commands;
  private final PlacementStore placements;
  private final Catalog catalog;

  PlacementController(Placements commands, PlacementStore placements, Catalog catalog) {
    this.commands = commands;
    this.placements = placements;
    this.catalog = catalog;
  }

  @PostMapping
  @Idempotent(required = true)
  @RequiresScope("ads:write")
  @Operation(
      operationId = "createAdConfiguration",
      summary = "Put ads before an asset",
      description =
          "Answers at once; it is ready once MediaTailor has it. A channel gets its own by its ads"
              + " flag.")
  @ApiResponse(responseCode = "202", description = "The ad configuration")
  Tagged<PlacementResponse> create(
      Caller caller, @RequestBody PlacementRequest request, DryRun dryRun) {
    Placement placement = commands.create(caller.organizationId(), request);
    dryRun.shows(
        () ->
            plan("ad_configuration.create")
                .creates(MEDIATAILOR, CONFIGURATION, 1)
                .needs(MEDIATAILOR, "configurations", 1)
                .done());
    return accepted(placement).at("/v1/ad-configurations/" + placement.id());
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
      MetadataFilter metadata,
      @RequestParam(name = "playback_id", required = false) @Nullable String playbackId) {
    return Page.of(
        placements.list(caller.organizationId(), playbackId, metadata, page),
        page,
        Placement::id,
        PlacementResponse::of);
  }

  @GetMapping("/{id}")
  @RequiresScope("ads:read")
  @Operation(operationId = "getAdConfiguration", summary = "Get an ad configuration")
  Tagged<PlacementResponse> get(Caller caller, @PathVariable String id) {
    Placement placement =
        placements
            .find(caller.organizationId(), id)
            .orElseThrow(() -> PlacementProblems.notFound(id));
    return Tagged.found(placement.version(), PlacementResponse.of(placement));
  }

  @PatchMapping("/{id}")
  @RequiresScope("ads:write")
  @Operation(
      operationId = "updateAdConfiguration",
      summary = "Change the ads of an asset",
      description = "Not for a channel's, which follows the channel.")
  @ApiResponse(responseCode = "202", description = "The ad configuration")
  @ApiResponse(responseCode = "409", description = "It is a channel's, or being removed")
  Tagged<PlacementResponse> update(
      Caller caller,
      @PathVariable String id,
      IfMatch ifMatch,
      @RequestBody PlacementPatch patch,
      DryRun dryRun) {
    Placement placement = commands.update(caller.organizationId(), id, ifMatch, patch);
    dryRun.shows(
        () -> plan("ad_configuration.update").updates(MEDIATAILOR, CONFIGURATION, 1).done());
    return accepted(placement);
  }

  @DeleteMapping("/{id}")
  @RequiresScope("ads:write")
  @Operation(
      operationId = "deleteAdConfiguration",
      summary = "Take the ads of an asset away",
      description =
          "New viewers see none at once. It is not found once MediaTailor has removed it.")
  @ApiResponse(responseCode = "202", description = "The ad configuration")
  Tagged<PlacementResponse> delete(Caller caller, @PathVariable String id, IfMatch ifMatch) {
    return accepted(commands.delete(caller.organizationId(), id, ifMatch));
  }

  private PlanDraft plan(String operation) {
    return catalog.plan(operation).costsByUse("mediatailor ads inserted", 1);
  }

  private static Tagged<PlacementResponse> accepted(Placement placement) {
    return Tagged.accepted(placement.version(), PlacementResponse.of(placement));
  }
}
