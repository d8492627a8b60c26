package onair.account.invitation;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import onair.account.member.EmailAddress;
import onair.account.permission.Role;
import onair.common.constraint.Metadata;
import org.jspecify.annotations.Nullable;

/** Who is invited, and to what. */
@Schema(name = "NewInvitation")
record InvitationRequest(
    @NotNull @EmailAddress @Schema(example = "ada@example.com", maxLength = 254) String email,
    @NotNull @Schema(example = "streamer") Role role,
    @Nullable @Metadata @Schema(example = "{\"crew\": \"a\"}") Map<String, String> metadata) {

  Map<String, String> metadataOrNone() {
    return metadata == null ? Map.of() : metadata;
  }
}
