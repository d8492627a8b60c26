package onair.account.member;

import java.time.Instant;
import java.util.Map;
import onair.account.permission.Role;

/**
 * A person of an organization.
 *
 * @param id {@code mem_…}
 * @param email as it was given; members are told apart by it without regard to case, over all
 *     organizations
 * @param version grows with each change
 */
public record Member(
    String id,
    String organizationId,
    String email,
    Role role,
    Map<String, String> metadata,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  Member with(Role role, Map<String, String> metadata, Instant now) {
    return new Member(
        id, organizationId, email, role, Map.copyOf(metadata), createdAt, now, version + 1);
  }
}
