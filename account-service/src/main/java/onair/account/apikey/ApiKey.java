package onair.account.apikey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A key without its secret.
 *
 * @param id {@code key_…}
 * @param hint how the secret begins
 * @param lastUsedAt to the minute
 * @param version grows with each change, not with use
 */
record ApiKey(
    String id,
    String organizationId,
    String name,
    String hint,
    List<String> scopes,
    Map<String, String> metadata,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant revokedAt,
    long version) {

  enum Status {
    ACTIVE,
    EXPIRED,
    REVOKED
  }

  Status status(Instant now) {
    if (revokedAt != null) {
      return Status.REVOKED;
    }
    return expiresAt != null && !expiresAt.isAfter(now) ? Status.EXPIRED : Status.ACTIVE;
  }
}
