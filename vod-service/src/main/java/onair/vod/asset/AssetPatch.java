package onair.vod.asset;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import onair.common.constraint.Metadata;
import onair.common.patch.Patch;

/** What to change about an asset; fields left out stay. Metadata is replaced whole. */
@Schema(name = "AssetPatch")
record AssetPatch(
    @Schema(example = "Closing night")
        Patch<@NotBlank @Size(max = AssetRequest.LONGEST_NAME) String> name,
    @Schema(example = "{\"crew\":\"b\"}") Patch<@NotNull @Metadata Map<String, String>> metadata) {}
