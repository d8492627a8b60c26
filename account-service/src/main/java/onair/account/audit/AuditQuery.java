package onair.account.audit;

import org.jspecify.annotations.Nullable;

/** Which entries are wanted; null for any. */
record AuditQuery(
    @Nullable String actor,
    @Nullable String operation,
    @Nullable String object,
    @Nullable String resourceId,
    @Nullable String requestId) {}
