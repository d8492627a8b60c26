package onair.account.session;

import java.time.Instant;

/**
 * A signed-in browser.
 *
 * @param id {@code ses_…}; names it, opens nothing
 * @param lastUsedAt to five minutes
 */
record Session(
    String id,
    String organizationId,
    String memberId,
    Browser browser,
    Instant createdAt,
    Instant lastUsedAt,
    Instant expiresAt) {}
