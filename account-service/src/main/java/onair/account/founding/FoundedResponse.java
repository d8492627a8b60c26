package onair.account.founding;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import onair.account.invitation.InvitationResponse;
import onair.account.organization.OrganizationResponse;

/** A new organization, and the invitation of its first owner. */
@Schema(name = "FoundedOrganization")
record FoundedResponse(
    @JsonUnwrapped OrganizationResponse organization,
    @Schema(description = "With its token, which is told only here")
        InvitationResponse ownerInvitation) {}
