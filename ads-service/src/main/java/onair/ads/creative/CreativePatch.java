package onair.ads.creative;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import onair.common.constraint.Metadata;
import onair.common.patch.Patch;

/**
 * What to change about a creative; fields left out stay, metadata is replaced whole. Another asset
 * is another creative.
 */
@Schema(name = "CreativePatch")
record CreativePatch(
    @Schema(example = "Spring sale, 15 s")
        Patch<@NotNull @NotBlank @Size(max = CreativeRequest.LONGEST_NAME) String> name,
    @Schema(example = "https://shop.example.com/spring", nullable = true)
        Patch<@WebAddress String> clickThroughUrl,
    @Schema(example = "{\"brand\":\"b\"}")
        Patch<@NotNull @Metadata Map<String, String>> metadata) {}
