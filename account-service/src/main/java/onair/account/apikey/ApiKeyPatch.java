package onair.account.apikey;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import onair.common.constraint.Metadata;
import onair.common.patch.Patch;

/** What to change about a key; fields left out stay, metadata is replaced whole. */
@Schema(name = "ApiKeyPatch")
record ApiKeyPatch(
    @Schema(type = "string", example = "Encoder in studio 3")
        Patch<@NotNull @NotBlank @Size(max = 255) String> name,
    @Schema(example = "{\"crew\":\"a\"}") Patch<@NotNull @Metadata Map<String, String>> metadata) {}
