package onair.ads.campaign;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import onair.common.idempotency.Idempotent;
import onair.common.paging.MetadataFilter;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.version.IfMatch;
import onair.common.version.Tagged;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
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
  Tagged<CampaignResponse> create(Caller caller, @RequestBody CampaignRequest request) {
    Campaign campaign = commands.create(caller.organizationId(), request);
    return Tagged.created(
        campaign.version(),
        CampaignResponse.of(campaign, clock.instant()),
        "/v1/campaigns/" + campaign.id());
  }

  @GetMapping
  @RequiresScope("ads:read")
  @Operation(
      operationId = "listCampaigns",
      summary = "List campaigns",
      description = "Newest first; with one status only by status.")
  Page<CampaignResponse> list(
      Caller caller,
      PageRequest page,
      MetadataFilter metadata,
      @RequestParam(required = false) @Nullable String status) {
    if (status != null && !Campaign.ACTIVE.equals(status) && !Campaign.PAUSED.equals(status)) {
      throw CampaignProblems.unknownStatus();
    }
    return Page.of(
        campaigns.list(caller.organizationId(), status, metadata, page),
        page,
        Campaign::id,
        campaign -> CampaignResponse.of(campaign, clock.instant()));
  }

  @GetMapping("/{id}")
  @RequiresScope("ads:read")
  @Operation(operationId = "getCampaign", summary = "Get a campaign")
  Tagged<CampaignResponse> get(Caller caller, @PathVariable String id) {
    return campaigns
        .find(caller.organizationId(), id)
        .map(this::reply)
        .orElseThrow(() -> CampaignProblems.notFound(id));
  }

  @PatchMapping("/{id}")
  @RequiresScope("ads:write")
  @Operation(operationId = "updateCampaign", summary = "Change a campaign")
  Tagged<CampaignResponse> update(
      Caller caller, @PathVariable String id, IfMatch ifMatch, @RequestBody CampaignPatch patch) {
    return reply(commands.update(caller.organizationId(), id, ifMatch, patch));
  }

  @DeleteMapping("/{id}")
  @RequiresScope("ads:write")
  @Operation(
      operationId = "deleteCampaign",
      summary = "Delete a campaign",
      description = "Its ads are not shown any more. Reports about it stay.")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @ApiResponse(responseCode = "204", description = "It is gone")
  void delete(Caller caller, @PathVariable String id, IfMatch ifMatch) {
    commands.delete(caller.organizationId(), id, ifMatch);
  }

  private Tagged<CampaignResponse> reply(Campaign campaign) {
    return Tagged.found(campaign.version(), CampaignResponse.of(campaign, clock.instant()));
  }
}
