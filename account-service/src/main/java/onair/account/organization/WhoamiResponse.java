package onair.account.organization;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import onair.common.security.Caller;

/** Who the caller is, as the platform sees it. */
@Schema(name = "Whoami")
record WhoamiResponse(
    @Schema(example = "whoami") String object,
    @Schema(
            description = "The key or member that calls",
            example = "key_06d4x8k2v7b1c3d5e7f9g1h3j5")
        String subject,
    @Schema(
            example = "api_key",
            allowableValues = {"api_key", "member"})
        String subjectType,
    @Schema(example = "org_06d4x8k2v7b1c3d5e7f9g1h3j5") String organizationId,
    @Schema(example = "Night Owls") String organizationName,
    @ArraySchema(schema = @Schema(example = "channels:read")) List<String> scopes) {

  static WhoamiResponse of(Caller caller, Organization organization) {
    return new WhoamiResponse(
        "whoami",
        caller.subject(),
        caller.subject().startsWith("key_") ? "api_key" : "member",
        organization.id(),
        organization.name(),
        caller.scopes().stream().sorted().toList());
  }
}
