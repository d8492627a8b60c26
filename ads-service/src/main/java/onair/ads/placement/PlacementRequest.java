package onair.ads.placement;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.Objects;
import onair.common.constraint.Metadata;
import org.jspecify.annotations.Nullable;

/** Ads before an asset, as they are asked for. */
@Schema(name = "AdConfigurationRequest")
record PlacementRequest(
    @Schema(example = "pb_06d4x8k2m1v7r9t3w5y8z0a2bc", description = "Of an asset.") @NotNull
        String playbackId,
    @Schema(
            example = "30",
            defaultValue = "30",
            description = "How long the ads before it may take together.")
        @Min(1)
        @Max(LONGEST_PRE_ROLL)
        @Nullable Integer preRollSeconds,
    @Schema(
            example = "as_06d4x8k2m1v7r9t3w5y8z0a2bc",
            description = "A ready asset with mp4_download, shown where no ad fits.")
        @Nullable String slateAssetId,
    @Schema(example = "{\"shelf\":\"a\"}", description = "At most 50 entries of your own.")
        @Metadata
        @Nullable Map<String, String> metadata) {

  static final int LONGEST_PRE_ROLL = 600;
  private static final int USUAL_PRE_ROLL = 30;

  Placement.Terms terms() {
    return new Placement.Terms(
        Objects.requireNonNullElse(preRollSeconds, USUAL_PRE_ROLL),
        slateAssetId,
        Objects.requireNonNullElse(metadata, Map.of()));
  }
}
