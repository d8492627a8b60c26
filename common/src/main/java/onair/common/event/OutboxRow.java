package onair.common.event;

import java.time.Instant;

/** An event that waits to be relayed. */
record OutboxRow(
    long seq,
    String eventId,
    String type,
    String resourceId,
    String detail,
    Instant createdAt,
    int attempts) {}
