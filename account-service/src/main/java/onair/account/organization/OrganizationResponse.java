package onair.account.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** An organization as its members see it. */
@Schema(name = "Organization")
record OrganizationResponse(
    @Schema(example = "org_06d4x8k2v7b1c3d5e7f9g1h3j5") String id,
    @Schema(example = "organization") String object,
    @Schema(example = "active") String status,
    @Schema(example = "Night Owls") String name,
    Instant createdAt,
    Instant updatedAt) {

  static OrganizationResponse of(Organization organization) {
    return new OrganizationResponse(
        organization.id(),
        "organization",
        "active",
        organization.name(),
        organization.createdAt(),
        organization.updatedAt());
  }
}
