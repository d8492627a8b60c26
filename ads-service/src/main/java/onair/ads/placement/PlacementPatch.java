package onair.ads.placement;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import onair.common.constraint.Metadata;
import onair.common.patch.Patch;

/** What to change about the ads of an asset; fields left out stay, metadata is replaced whole. */
@Schema(name = "AdConfigurationPatch")
record PlacementPatch(
    @Schema(example = "15")
        Patch<@NotNull @Min(1) @Max(PlacementRequest.LONGEST_PRE_ROLL) Integer> preRollSeconds,
    @Schema(example = "as_06d4x8k2m1v7r9t3w5y8z0a2bc", nullable = true) Patch<String> slateAssetId,
    @Schema(example = "{\"shelf\":\"b\"}") Patch<@NotNull @Metadata Map<String, String>> metadata) {

  Placement.Terms terms(Placement.Terms current) {
    return new Placement.Terms(
        preRollSeconds.orNull(current.preRollSeconds()),
        slateAssetId.orNull(current.slateAssetId()),
        metadata.or(current.metadata()));
  }
}
