package onair.account.member;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import onair.account.permission.Role;
import onair.common.constraint.Metadata;
import onair.common.patch.Patch;

/** What to change about a member; fields left out stay, metadata is replaced whole. */
@Schema(name = "MemberPatch")
record MemberPatch(
    @Schema(implementation = Role.class, example = "streamer") Patch<@NotNull Role> role,
    @Schema(example = "{\"crew\":\"a\"}") Patch<@NotNull @Metadata Map<String, String>> metadata) {}
