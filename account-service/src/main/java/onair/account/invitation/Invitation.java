package onair.account.invitation;

import java.time.Instant;
import java.util.Map;
import onair.account.permission.Role;
import org.jspecify.annotations.Nullable;

/**
 * An invitation without its token.
 *
 * @param id {@code inv_…}
 * @param invitedBy the member or key that made it
 * @param memberId who came of it
 * @param version grows with each change
 */
record Invitation(
    String id,
    String organizationId,
    String email,
    Role role,
    Map<String, String> metadata,
    String invitedBy,
    @Nullable String memberId,
    Instant createdAt,
    Instant updatedAt,
    Instant expiresAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant revokedAt,
    long version) {

  enum Status {
    OPEN,
    ACCEPTED,
    REVOKED,
    EXPIRED
  }

  Status status(Instant now) {
    if (acceptedAt != null) {
      return Status.ACCEPTED;
    }
    if (revokedAt != null) {
      return Status.REVOKED;
    }
    return expiresAt.isAfter(now) ? Status.OPEN : Status.EXPIRED;
  }
}
