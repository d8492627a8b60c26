package onair.account.invitation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import onair.account.member.Member;
import onair.account.member.MemberStore;
import onair.account.permission.Role;
import onair.account.permission.Scopes;
import onair.account.secret.RandomSecret;
import onair.common.problem.Problem;
import onair.common.problem.Problems;
import onair.common.security.Caller;
import onair.common.time.Times;
import onair.common.version.IfMatch;
import org.springframework.transaction.support.TransactionOperations;

/** What can be done with invitations. */
public final class Invitations {

  private final InvitationStore store;
  private final MemberStore members;
  private final TransactionOperations transactions;
  private final Duration life;
  private final InstantSource clock;

  Invitations(
      InvitationStore store,
      MemberStore members,
      TransactionOperations transactions,
      Duration life,
      InstantSource clock) {
    this.store = store;
    this.members = members;
    this.transactions = transactions;
    this.life = life;
    this.clock = clock;
  }

  /**
   * A new invitation and its token, which is not kept.
   *
   * @throws Problem 403 for a role beyond the caller's scopes, 409 {@code already_a_member}
   */
  InvitationResponse create(Caller caller, InvitationRequest wanted) {
    Scopes.requireAll(caller, wanted.role().scopes());
    // Whether somebody is a member of another organization is told to them only.
    Optional<Member> member =
        members
            .findByEmail(wanted.email())
            .filter(known -> known.organizationId().equals(caller.organizationId()));
    if (member.isPresent()) {
      throw Problem.of(409, "already_a_member", "Somebody with this email is a member already")
          .with("member_id", member.get().id());
    }
    return create(caller.organizationId(), caller.subject(), wanted);
  }

  /**
   * The invitation of the first owner of an organization that has just been made.
   *
   * @param invitedBy who made it
   */
  public InvitationResponse createForFirstOwner(
      String organizationId, String invitedBy, String email) {
    return create(organizationId, invitedBy, new InvitationRequest(email, Role.OWNER, Map.of()));
  }

  private InvitationResponse create(
      String organizationId, String invitedBy, InvitationRequest wanted) {
    var token = RandomSecret.generate();
    Instant now = Times.now(clock);
    Invitation made = store.create(organizationId, invitedBy, wanted, token, now, now.plus(life));
    return InvitationResponse.of(made, token, now);
  }

  /**
   * Ends an invitation. Doing so twice is fine.
   *
   * @throws Problem 404, 412, 409 {@code wrong_status} when it was accepted
   */
  void revoke(Caller caller, String id, IfMatch ifMatch) {
    transactions.executeWithoutResult(
        status -> {
          Invitation invitation =
              store
                  .lock(caller.organizationId(), id)
                  .orElseThrow(() -> Problems.notFound("invitation", id));
          ifMatch.require(invitation.version());
          switch (invitation.status(clock.instant())) {
            case OPEN, EXPIRED -> store.revoked(invitation, Times.now(clock));
            case REVOKED -> {}
            case ACCEPTED ->
                throw Problem.of(409, "wrong_status", "The invitation was accepted")
                    .detail("Remove the member instead.")
                    .with("current_status", "accepted");
          }
        });
  }

  /**
   * Makes a member of whoever has the token. It is good once.
   *
   * @param welcome what else makes them a member, in the same transaction
   * @throws Problem 404 {@code invitation_ended} when there is none, or not any more; 409 {@code
   *     email_taken} when its email is a member's of any organization
   */
  public Member accept(RandomSecret token, Consumer<Member> welcome) {
    return accept(token.hash(), Optional.empty(), welcome);
  }

  /**
   * The same, by somebody whose email a provider has verified.
   *
   * @param tokenHash of the token they came with
   * @throws Problem also 403 {@code invitation_for_another_email}
   */
  public Member accept(byte[] tokenHash, String email, Consumer<Member> welcome) {
    return accept(tokenHash, Optional.of(email), welcome);
  }

  private Member accept(byte[] tokenHash, Optional<String> email, Consumer<Member> welcome) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              Instant now = Times.now(clock);
              Invitation invitation =
                  store
                      .lockByToken(tokenHash)
                      .filter(found -> found.status(now) == Invitation.Status.OPEN)
                      .orElseThrow(Invitations::ended);
              email.ifPresent(proven -> requireSame(proven, invitation));
              Member member =
                  members
                      .create(
                          invitation.organizationId(),
                          invitation.email(),
                          invitation.role(),
                          invitation.metadata(),
                          now)
                      .orElseThrow(Invitations::taken);
              welcome.accept(member);
              store.accepted(invitation, member.id(), now);
              return member;
            }));
  }

  private static void requireSame(String proven, Invitation invitation) {
    if (!MemberStore.normal(proven).equals(MemberStore.normal(invitation.email()))) {
      throw Problem.of(403, "invitation_for_another_email", "The invitation is for another email")
          .detail("Sign in at the provider with the email that was invited.");
    }
  }

  private static Problem ended() {
    return Problem.of(404, "invitation_ended", "There is no such invitation, or not any more");
  }

  private static Problem taken() {
    return Problem.of(409, "email_taken", "Somebody with this email is a member already")
        .detail("One email is a member of one organization. Ask to be invited with another one.");
  }
}
