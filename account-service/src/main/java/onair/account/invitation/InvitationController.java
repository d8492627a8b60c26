package onair.account.invitation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import onair.common.idempotency.Idempotent;
import onair.common.paging.MetadataFilter;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.problem.Problems;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.version.IfMatch;
import onair.common.version.Tagged;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/invitations")
@Tag(name = "invitations", description = "How people become members. The token is told once")
final class InvitationController {

  private final InvitationStore store;
  private final Invitations invitations;
  private final InstantSource clock;

  InvitationController(InvitationStore store, Invitations invitations, InstantSource clock) {
    this.store = store;
    this.invitations = invitations;
    this.clock = clock;
  }

  @Idempotent
  @PostMapping
  @RequiresScope("members:write")
  @Operation(
      operationId = "createInvitation",
      summary = "Invite somebody",
      description =
          "The reply is the only place the token is ever told; pass it on. No role can be given"
              + " that may do more than you.")
  @ApiResponse(responseCode = "201", description = "The invitation and its token")
  Tagged<InvitationResponse> create(Caller caller, @RequestBody InvitationRequest wanted) {
    InvitationResponse made = invitations.create(caller, wanted);
    return Tagged.created(1, made, "/v1/invitations/" + made.id())
        .with(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  @GetMapping
  @RequiresScope("members:read")
  @Operation(
      operationId = "listInvitations",
      summary = "List invitations",
      description = "Newest first, those that ended included.")
  Page<InvitationResponse> list(Caller caller, PageRequest page, MetadataFilter metadata) {
    return Page.of(
        store.list(caller.organizationId(), metadata, page), page, Invitation::id, this::describe);
  }

  @GetMapping("/{id}")
  @RequiresScope("members:read")
  @Operation(operationId = "getInvitation", summary = "Get an invitation")
  Tagged<InvitationResponse> get(Caller caller, @PathVariable String id) {
    Invitation invitation =
        store
            .find(caller.organizationId(), id)
            .orElseThrow(() -> Problems.notFound("invitation", id));
    return Tagged.found(invitation.version(), describe(invitation));
  }

  @DeleteMapping("/{id}")
  @RequiresScope("members:write")
  @Operation(
      operationId = "revokeInvitation",
      summary = "Take an invitation back",
      description = "It stays listed as `revoked`. One that was accepted cannot be taken back.")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @ApiResponse(responseCode = "204", description = "It cannot be accepted any more")
  void revoke(Caller caller, @PathVariable String id, IfMatch ifMatch) {
    invitations.revoke(caller, id, ifMatch);
  }

  private InvitationResponse describe(Invitation invitation) {
    return InvitationResponse.of(invitation, null, clock.instant());
  }
}
