package onair.ads.campaign;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.InstantSource;
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

/** Campaigns over HTTP. Faults are told as in {@link CampaignProblems}. */
@RestController
@RequestMapping("/v1/campaigns")
@Tag(name = "campaigns", description = "What is advertised, when and how often")
class CampaignController {

  private final Campaigns commands;
  private final CampaignStore campaigns;
  private final InstantSource clock;

  CampaignController(Campaigns commands, CampaignStore campaigns, InstantSource clock) {
    this.commands = commands;
    this.campaigns = campaigns;
    this.clock = clock;
  }

  @PostMapping
  @Idempotent
  @RequiresScope("ads:write")
  @Operation(
      operationId = "createCampaign",
      summary = "Create a campaign",
      description = "Its ads are shown from the next break on, or from starts_at on.")
  @ApiResponse(responseCode = "201", description = "The campaign")
  ResponseEntity<CampaignResponse> create(Caller caller, @RequestBody CampaignRequest request) {
    Campaign campaign = commands.create(caller.organizationId(), request);
    return ResponseEntity.created(URI.create("/v1/campaigns/" + campaign.id()))
        .eTag(ETags.of(campaign.version()))
        .body(CampaignResponse.of(campaign, clock.instant()));
  }

  @GetMapping
  @RequiresScope("ads:read")
  @Operation(
      operationId = "listCampaigns",
      summary = "List campaigns",
      description = "Newest first; with one status only by status.")
  Page<CampaignResponse> list(
      Caller caller, PageRequest page, @RequestParam(required = false) @Nullable String status) {
    if (status != null && !Campaign.ACTIVE.equals(status) && !Campaign.PAUSED.equals(status)) {
      throw CampaignProblems.unknownStatus();
    }
    return Page.of(
        campaigns.list(caller.organizationId(), status, page),
        page,
        Campaign::id,
        campaign -> CampaignResponse.of(campaign, clock.instant()));
  }

  @GetMapping("/{id}")
  @RequiresScope("ads:read")
  @Operation(operationId = "getCampaign", summary = "Get a campaign")
  ResponseEntity<CampaignResponse> get(Caller caller, @PathVariable String id) {
    return campaigns
        .find(caller.organizationId(), id)
        .map(this::reply)
        .orElseThrow(() -> CampaignProblems.notFound(id));
  }

  @PatchMapping("/{id}")
  @RequiresScope("ads:write")
  @Operation(operationId = "updateCampaign", summary = "Change a campaign")
  ResponseEntity<CampaignResponse> update(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody CampaignPatch patch) {
    return reply(commands.update(caller.organizationId(), id, ifMatch, patch));
  }

  @DeleteMapping("/{id}")
  @RequiresScope("ads:write")
  @Operation(
      operationId = "deleteCampaign",
      summary = "Delete a campaign",
      description = "Its ads are not shown any more. Reports about it stay.")
  @ApiResponse(responseCode = "204", description = "It is gone")
  ResponseEntity<Void> delete(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    commands.delete(caller.organizationId(), id, ifMatch);
    return ResponseEntity.noContent().build();
  }

  private ResponseEntity<CampaignResponse> reply(Campaign campaign) {
    return ResponseEntity.ok()
        .eTag(ETags.of(campaign.version()))
        .body(CampaignResponse.of(campaign, clock.instant()));
  }
}
