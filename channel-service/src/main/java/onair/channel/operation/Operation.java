package onair.channel.operation;

import java.time.Instant;
import java.util.List;
import onair.common.id.Ids;
import org.jspecify.annotations.Nullable;

/**
 * One thing a user asked for and how far it has come.
 *
 * @param id {@code op_…}
 * @param type {@code <resource>.<verb>}, such as {@code channel.start}
 * @param resourceId id of what it is about
 * @param reason in plain words, why it is not done; absent when all goes well
 * @param cause in plain words, what asked for it when no user did; absent when one did
 * @param startedAt when work began
 * @param finishedAt when it succeeded or failed for good
 */
public record Operation(
    String id,
    String organizationId,
    String type,
    String resourceId,
    OperationStatus status,
    @Nullable String reason,
    @Nullable String cause,
    List<Step> steps,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt) {

  static final String PREFIX = "op";

  public Operation {
    steps = List.copyOf(steps);
  }

  /** A new operation with all its steps ahead. */
  public static Operation begin(
      String organizationId, String type, String resourceId, List<Step> steps, Instant now) {
    return new Operation(
        Ids.next(PREFIX),
        organizationId,
        type,
        resourceId,
        OperationStatus.QUEUED,
        null,
        null,
        steps,
        now,
        null,
        null);
  }

  /** The same, asked for by something else than a user. */
  public Operation because(@Nullable String why) {
    return new Operation(
        id,
        organizationId,
        type,
        resourceId,
        status,
        reason,
        why,
        steps,
        createdAt,
        startedAt,
        finishedAt);
  }

  /** Where it stands now. An operation that has ended stays as it ended. */
  public Operation progress(
      OperationStatus newStatus, @Nullable String newReason, List<Step> newSteps, Instant now) {
    if (status.ended()) {
      return this;
    }
    return new Operation(
        id,
        organizationId,
        type,
        resourceId,
        newStatus,
        newReason,
        cause,
        newSteps,
        createdAt,
        startedAt == null && newStatus != OperationStatus.QUEUED ? now : startedAt,
        newStatus.ended() ? now : null);
  }

  /** Ends it with its steps as they are. */
  public Operation end(OperationStatus ending, @Nullable String why, Instant now) {
    return progress(ending, why, steps, now);
  }
}
