package onair.ads.campaign;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import onair.common.constraint.Metadata;
import onair.common.constraint.OneOf;
import onair.common.patch.Patch;

/**
 * What to change about a campaign; fields left out stay, lists and metadata are replaced whole.
 * Breaks decided from then on follow it, within a second.
 */
@Schema(name = "CampaignPatch")
record CampaignPatch(
    @Schema(example = "Spring sale")
        Patch<@NotNull @NotBlank @Size(max = CampaignRequest.LONGEST_NAME) String> name,
    @Schema(example = "[\"crv_06d4x8k2m1v7r9t3w5y8z0a2bc\"]")
        Patch<@NotNull @NotEmpty @Size(max = CampaignRequest.MOST_CREATIVES) List<String>>
            creativeIds,
    @Schema(example = "200") Patch<@NotNull @Min(1) @Max(CampaignRequest.HEAVIEST) Integer> weight,
    @Schema(example = "2026-12-01T00:00:00Z", nullable = true) Patch<Instant> startsAt,
    @Schema(example = "2026-12-24T00:00:00Z", nullable = true) Patch<Instant> endsAt,
    @Schema(example = "paused")
        Patch<@NotNull @OneOf({Campaign.ACTIVE, Campaign.PAUSED}) String> status,
    @Schema(example = "{\"brand\":\"b\"}") Patch<@NotNull @Metadata Map<String, String>> metadata) {

  Campaign.Terms terms(Campaign.Terms current) {
    return new Campaign.Terms(
        creativeIds.or(current.creativeIds()),
        weight.or(current.weight()),
        startsAt.orNull(current.startsAt()),
        endsAt.orNull(current.endsAt()),
        status.or(current.status()));
  }
}
