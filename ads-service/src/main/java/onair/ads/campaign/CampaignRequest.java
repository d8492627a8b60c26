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
import java.util.Objects;
import onair.common.constraint.Metadata;
import onair.common.constraint.OneOf;
import org.jspecify.annotations.Nullable;

/** A new campaign as it is asked for. Name and creatives have to be given. */
@Schema(name = "CampaignRequest")
record CampaignRequest(
    @Schema(example = "Spring sale", maxLength = LONGEST_NAME) @NotBlank @Size(max = LONGEST_NAME)
        String name,
    @Schema(
            example = "[\"crv_06d4x8k2m1v7r9t3w5y8z0a2bc\"]",
            description = "1 to 50; they are shown equally often.")
        @NotNull
        @NotEmpty
        @Size(max = MOST_CREATIVES)
        List<String> creativeIds,
    @Schema(
            example = "100",
            defaultValue = "100",
            description = "How often compared to other campaigns.")
        @Min(1)
        @Max(HEAVIEST)
        @Nullable Integer weight,
    @Schema(example = "2026-12-01T00:00:00Z", description = "Left out: at once.")
        @Nullable Instant startsAt,
    @Schema(example = "2026-12-24T00:00:00Z", description = "Left out: never.")
        @Nullable Instant endsAt,
    @Schema(example = "active", defaultValue = "active") @OneOf({Campaign.ACTIVE, Campaign.PAUSED})
        @Nullable String status,
    @Schema(example = "{\"brand\":\"a\"}", description = "At most 50 entries of your own.")
        @Metadata
        @Nullable Map<String, String> metadata) {

  static final int LONGEST_NAME = 255;
  static final int MOST_CREATIVES = 50;
  static final int HEAVIEST = 1000;
  private static final int USUAL_WEIGHT = 100;

  Campaign.Terms terms() {
    return new Campaign.Terms(
        creativeIds,
        Objects.requireNonNullElse(weight, USUAL_WEIGHT),
        startsAt,
        endsAt,
        Objects.requireNonNullElse(status, Campaign.ACTIVE));
  }

  Map<String, String> metadataOrNone() {
    return Objects.requireNonNullElse(metadata, Map.of());
  }
}
