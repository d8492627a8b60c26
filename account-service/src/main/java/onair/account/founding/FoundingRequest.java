package onair.account.founding;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import onair.account.member.EmailAddress;
import onair.common.constraint.Metadata;
import org.jspecify.annotations.Nullable;

/** What a new organization shall be, and who is invited to own it. */
@Schema(name = "NewOrganization")
record FoundingRequest(
    @NotBlank @Size(max = 255) @Schema(example = "Early Birds") String name,
    @NotNull @EmailAddress @Schema(example = "ada@example.com", maxLength = 254) String ownerEmail,
    @Nullable @Metadata @Schema(example = "{\"plan\": \"a\"}") Map<String, String> metadata) {

  Map<String, String> metadataOrNone() {
    return metadata == null ? Map.of() : metadata;
  }
}
