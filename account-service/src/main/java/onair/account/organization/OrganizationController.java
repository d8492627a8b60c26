package onair.account.organization;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import onair.common.problem.Problem;
import onair.common.problem.Problems;
import onair.common.security.AnyCaller;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.time.Times;
import onair.common.version.IfMatch;
import onair.common.version.Tagged;
import onair.common.version.Unversioned;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "organizations", description = "Whose resources they are, and who is calling")
final class OrganizationController {

  private final OrganizationStore organizations;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  OrganizationController(
      OrganizationStore organizations, TransactionOperations transactions, InstantSource clock) {
    this.organizations = organizations;
    this.transactions = transactions;
    this.clock = clock;
  }

  @AnyCaller
  @GetMapping("/v1/whoami")
  @Operation(
      operationId = "whoAmI",
      summary = "Who am I?",
      description =
          "The key or member behind the request, its organization and its scopes. Needs no scope.")
  @Unversioned("about the caller, and no resource")
  WhoamiResponse whoami(Caller caller) {
    return WhoamiResponse.of(caller, find(caller, caller.organizationId()));
  }

  @RequiresScope("organizations:read")
  @GetMapping("/v1/organizations/{id}")
  @Operation(
      operationId = "getOrganization",
      summary = "Get an organization",
      description = "Only the caller's own can be seen.")
  Tagged<OrganizationResponse> get(Caller caller, @PathVariable String id) {
    return reply(find(caller, id));
  }

  @RequiresScope("organizations:write")
  @PatchMapping("/v1/organizations/{id}")
  @Operation(
      operationId = "updateOrganization",
      summary = "Rename an organization",
      description = "Only the caller's own can be changed.")
  Tagged<OrganizationResponse> update(
      Caller caller,
      @PathVariable String id,
      IfMatch ifMatch,
      @RequestBody OrganizationPatch patch) {
    return reply(
        Objects.requireNonNull(
            transactions.execute(
                status -> {
                  find(caller, id);
                  Organization current = organizations.lock(id).orElseThrow(() -> noSuch(id));
                  ifMatch.require(current.version());
                  Organization changed =
                      current.with(
                          patch.name().or(current.name()),
                          patch.metadata().or(current.metadata()),
                          Times.now(clock));
                  organizations.update(changed);
                  return changed;
                })));
  }

  private static Tagged<OrganizationResponse> reply(Organization organization) {
    return Tagged.found(organization.version(), OrganizationResponse.of(organization));
  }

  private Organization find(Caller caller, String id) {
    return Optional.of(id)
        .filter(caller.organizationId()::equals)
        .flatMap(organizations::find)
        .orElseThrow(() -> noSuch(id));
  }

  private static Problem noSuch(String id) {
    return Problems.notFound("organization", id);
  }
}
