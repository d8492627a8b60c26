package onair.common.reconcile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A resource that AWS showed us.
 *
 * @param physicalId id or ARN by which it is observed and deleted
 * @param observed what the edge read of it
 * @param createdAt as AWS tells it, absent where the kind has no such field
 */
public record Found<O>(String physicalId, O observed, @Nullable Instant createdAt) {}
