package onair.ads.placement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An ad configuration as the API shows it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "AdConfiguration")
record PlacementResponse(
    @Schema(example = "adc_06d4x8k2m1v7r9t3w5y8z0a2bc") String id,
    @Schema(example = "ad_configuration") String object,
    @Schema(type = "string", example = "ready") Placement.Status status,
    @Schema(description = "In plain words, why it is not ready; null when it is.")
        @Nullable String statusReason,
    @Schema(example = "pb_06d4x8k2m1v7r9t3w5y8z0a2bc") String playbackId,
    @Schema(type = "string", example = "asset", description = "What plays: channel or asset.")
        Placement.Kind kind,
    @Schema(example = "30", description = "Null for a channel.") @Nullable Integer preRollSeconds,
    @Schema(example = "as_06d4x8k2m1v7r9t3w5y8z0a2bc") @Nullable String slateAssetId,
    @Schema(example = "{\"shelf\":\"a\"}") Map<String, String> metadata,
    Instant createdAt,
    Instant updatedAt) {

  static PlacementResponse of(Placement placement) {
    Placement.Terms terms = placement.terms();
    return new PlacementResponse(
        placement.id(),
        "ad_configuration",
        placement.status(),
        placement.reason(),
        placement.playbackId(),
        placement.kind(),
        terms.preRollSeconds(),
        terms.slateAssetId(),
        terms.metadata(),
        placement.createdAt(),
        placement.updatedAt());
  }
}
