package onair.account.organization;

import java.time.Instant;

/**
 * Whose resources they are.
 *
 * @param id {@code org_…}
 * @param version grows with each change
 */
public record Organization(
    String id, String name, Instant createdAt, Instant updatedAt, long version) {}
