package onair.ads.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A campaign as the API shows it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Campaign")
record CampaignResponse(
    @Schema(example = "cmp_06d4x8k2m1v7r9t3w5y8z0a2bc") String id,
    @Schema(example = "campaign") String object,
    @Schema(example = "Spring sale") String name,
    @Schema(
            example = "active",
            allowableValues = {Campaign.ACTIVE, Campaign.PAUSED})
        String status,
    @Schema(example = "true", description = "Whether it is active and its time has come.")
        boolean serving,
    @Schema(example = "[\"crv_06d4x8k2m1v7r9t3w5y8z0a2bc\"]") List<String> creativeIds,
    @Schema(example = "100") int weight,
    @Schema(example = "2026-12-01T00:00:00Z") @Nullable Instant startsAt,
    @Schema(example = "2026-12-24T00:00:00Z") @Nullable Instant endsAt,
    @Schema(example = "{\"brand\":\"a\"}") Map<String, String> metadata,
    Instant createdAt,
    Instant updatedAt) {

  static CampaignResponse of(Campaign campaign, Instant now) {
    Campaign.Terms terms = campaign.terms();
    return new CampaignResponse(
        campaign.id(),
        "campaign",
        campaign.name(),
        terms.status(),
        terms.servesAt(now),
        terms.creativeIds(),
        terms.weight(),
        terms.startsAt(),
        terms.endsAt(),
        campaign.metadata(),
        campaign.createdAt(),
        campaign.updatedAt());
  }
}
