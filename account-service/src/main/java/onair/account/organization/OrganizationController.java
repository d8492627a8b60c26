package onair.account.organization;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import onair.common.problem.Problems;
import onair.common.security.AnyCaller;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.web.ETags;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Organizations", description = "Whose resources they are, and who is calling.")
final class OrganizationController {

  private final OrganizationStore organizations;

  OrganizationController(OrganizationStore organizations) {
    this.organizations = organizations;
  }

  @AnyCaller
  @GetMapping("/v1/whoami")
  @Operation(
      summary = "Who am I?",
      description =
          "The key or member behind the request, its organization and its scopes. Needs no scope.")
  WhoamiResponse whoami(Caller caller) {
    return WhoamiResponse.of(caller, find(caller, caller.organizationId()));
  }

  @RequiresScope("organizations:read")
  @GetMapping("/v1/organizations/{id}")
  @Operation(summary = "Get an organization", description = "Only the caller's own can be seen.")
  ResponseEntity<OrganizationResponse> get(Caller caller, @PathVariable String id) {
    Organization organization = find(caller, id);
    return ResponseEntity.ok()
        .eTag(ETags.of(organization.version()))
        .body(OrganizationResponse.of(organization));
  }

  private Organization find(Caller caller, String id) {
    return Optional.of(id)
        .filter(caller.organizationId()::equals)
        .flatMap(organizations::find)
        .orElseThrow(() -> Problems.notFound("organization", id));
  }
}
