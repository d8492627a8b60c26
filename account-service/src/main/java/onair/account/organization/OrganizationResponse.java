package onair.account.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;

/** An organization as its members see it. */
@Schema(name = "Organization")
public record OrganizationResponse(
    @Schema(example = "org_06d4x8k2v7b1c3d5e7f9g1h3j5") String id,
    @Schema(example = "organization") String object,
    @Schema(example = "active") String status,
    @Schema(example = "Night Owls") String name,
    Map<String, String> metadata,
    Instant createdAt,
    Instant updatedAt) {

  public static OrganizationResponse of(Organization organization) {
    return new OrganizationResponse(
        organization.id(),
        "organization",
        "active",
        organization.name(),
        organization.metadata(),
        organization.createdAt(),
        organization.updatedAt());
  }
}
