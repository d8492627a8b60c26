package onair.account.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import onair.common.constraint.Metadata;
import onair.common.patch.Patch;

/** What to change about an organization; fields left out stay, metadata is replaced whole. */
@Schema(name = "OrganizationPatch")
record OrganizationPatch(
    @Schema(type = "string", example = "Night Owls")
        Patch<@NotNull @NotBlank @Size(max = 255) String> name,
    @Schema(example = "{\"plan\":\"a\"}") Patch<@NotNull @Metadata Map<String, String>> metadata) {}
