package onair.account.webhook;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One event for one webhook.
 *
 * @param id {@code dlv_…}
 * @param tries begun so far
 * @param dueAt when it is tried next; null when it waits for an earlier one of its resource, and at
 *     the end
 * @param redelivery whether it was asked for once more
 */
record Delivery(
    String id,
    String organizationId,
    String webhookId,
    long sequence,
    String eventId,
    String type,
    String resourceId,
    Status status,
    int tries,
    @Nullable Instant dueAt,
    boolean redelivery,
    Instant createdAt,
    @Nullable Instant endedAt) {

  /** How it stands. */
  enum Status {
    PENDING,
    SUCCEEDED,
    /** It is not tried any more. */
    FAILED,
    /** A replay took its place. */
    CANCELLED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
