package onair.awslocal.cloudfront;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.model.Invalidation;
import software.amazon.awssdk.services.cloudfront.model.InvalidationBatch;

/**
 * An invalidation as it is kept.
 *
 * @param completesAt when the edge forgets the objects; null when it has
 */
record InvalidationRow(
    String id,
    String distributionId,
    Instant createdAt,
    @Nullable Instant completesAt,
    InvalidationBatch batch) {

  boolean isCompleted() {
    return completesAt == null;
  }

  String status() {
    return isCompleted() ? "Completed" : "InProgress";
  }

  InvalidationRow completedNow() {
    return new InvalidationRow(id, distributionId, createdAt, null, batch);
  }

  Invalidation toModel() {
    return Invalidation.builder()
        .id(id)
        .status(status())
        .createTime(createdAt)
        .invalidationBatch(batch)
        .build();
  }
}
