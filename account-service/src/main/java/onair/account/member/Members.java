package onair.account.member;

import java.time.InstantSource;
import onair.account.permission.Role;
import onair.account.permission.Scopes;
import onair.common.problem.Problem;
import onair.common.problem.Problems;
import onair.common.security.Caller;
import onair.common.time.Times;
import onair.common.version.IfMatch;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Changes and removes members. Nobody gives or takes a role that can do more than they can
 * themselves, and an organization always has an owner.
 */
final class Members {

  private final MemberStore members;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  Members(MemberStore members, TransactionOperations transactions, InstantSource clock) {
    this.members = members;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @throws Problem 404, 412, 403 for a role beyond the caller's scopes, 409 {@code last_owner}
   */
  Member update(Caller caller, String id, IfMatch ifMatch, MemberPatch patch) {
    Member changed =
        transactions.execute(
            status -> {
              Member member = lock(caller, id, ifMatch);
              Role role = patch.role().or(member.role());
              if (role != member.role()) {
                Scopes.requireAll(caller, member.role().scopes());
                Scopes.requireAll(caller, role.scopes());
                requireAnotherOwner(member);
              }
              Member wanted =
                  member.with(role, patch.metadata().or(member.metadata()), Times.now(clock));
              members.update(wanted);
              return wanted;
            });
    if (changed == null) {
      throw new IllegalStateException("a change has a member");
    }
    return changed;
  }

  /**
   * @throws Problem 404, 412, 403 for a member who may do more than the caller, 409 {@code
   *     last_owner}
   */
  void remove(Caller caller, String id, IfMatch ifMatch) {
    transactions.executeWithoutResult(
        status -> {
          Member member = lock(caller, id, ifMatch);
          Scopes.requireAll(caller, member.role().scopes());
          requireAnotherOwner(member);
          members.delete(member);
        });
  }

  private Member lock(Caller caller, String id, IfMatch ifMatch) {
    members.lock(caller.organizationId());
    Member member =
        members
            .find(caller.organizationId(), id)
            .orElseThrow(() -> Problems.notFound("member", id));
    ifMatch.require(member.version());
    return member;
  }

  private void requireAnotherOwner(Member member) {
    if (member.role() == Role.OWNER && members.owners(member.organizationId()) == 1) {
      throw Problem.of(409, "last_owner", "An organization needs an owner")
          .detail("Make somebody else an owner first.");
    }
  }
}
