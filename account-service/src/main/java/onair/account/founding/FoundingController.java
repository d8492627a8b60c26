package onair.account.founding;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.Objects;
import onair.account.invitation.InvitationResponse;
import onair.account.invitation.Invitations;
import onair.account.organization.Organization;
import onair.account.organization.OrganizationResponse;
import onair.account.organization.OrganizationStore;
import onair.common.idempotency.Idempotent;
import onair.common.problem.Problem;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.tenancy.Tenancy;
import onair.common.time.Times;
import onair.common.version.Tagged;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "organizations", description = "Whose resources they are, and who is calling")
final class FoundingController {

  private final OrganizationStore organizations;
  private final Invitations invitations;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  FoundingController(
      OrganizationStore organizations,
      Invitations invitations,
      TransactionOperations transactions,
      InstantSource clock) {
    this.organizations = organizations;
    this.invitations = invitations;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Idempotent
  @PostMapping("/v1/organizations")
  @RequiresScope("organizations:write")
  @Operation(
      operationId = "createOrganization",
      summary = "Create an organization",
      description =
          "Only for the organization the installation began with. The reply is the only place the"
              + " token of its first owner's invitation is ever told.")
  @ApiResponse(responseCode = "201", description = "The organization and its owner's invitation")
  Tagged<FoundedResponse> create(Caller caller, @RequestBody FoundingRequest wanted) {
    if (organizations
        .find(caller.organizationId())
        .filter(Organization::runsInstallation)
        .isEmpty()) {
      throw Problem.of(403, "not_the_first_organization", "Your organization makes no others")
          .detail("Only the organization this installation began with can.");
    }
    FoundedResponse made = Tenancy.asSystem(() -> found(caller, wanted));
    return Tagged.created(1, made, "/v1/organizations/" + made.organization().id())
        .with(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private FoundedResponse found(Caller caller, FoundingRequest wanted) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              Organization made =
                  organizations.create(wanted.name(), wanted.metadataOrNone(), Times.now(clock));
              InvitationResponse invitation =
                  invitations.createForFirstOwner(made.id(), caller.subject(), wanted.ownerEmail());
              return new FoundedResponse(OrganizationResponse.of(made), invitation);
            }));
  }
}
