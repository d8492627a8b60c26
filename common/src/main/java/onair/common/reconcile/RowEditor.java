package onair.common.reconcile;

import java.time.Instant;
import onair.common.reconcile.ResourceRow.Create;
import onair.common.reconcile.ResourceRow.Desired;
import onair.common.reconcile.ResourceRow.Removal;
import org.jspecify.annotations.Nullable;

/** The changes a row can go through; each method is one of them, {@link #row} gives the result. */
final class RowEditor {
  private final ResourceRow before;
  private Desired desired;
  private long generation;
  private String token;
  private @Nullable Instant intentAt;
  private Create create;
  private @Nullable String physicalId;
  private @Nullable Instant knownAt;
  private @Nullable String observed;
  private @Nullable Instant observedAt;
  private Removal removal;
  private @Nullable Instant doubtUntil;
  private @Nullable Instant deadlineAt;
  private @Nullable String reason;

  RowEditor(ResourceRow row) {
    before = row;
    desired = row.desired();
    generation = row.generation();
    token = row.token();
    intentAt = row.intentAt();
    create = row.create();
    physicalId = row.physicalId();
    knownAt = row.knownAt();
    observed = row.observed();
    observedAt = row.observedAt();
    removal = row.removal();
    doubtUntil = row.doubtUntil();
    deadlineAt = row.deadlineAt();
    reason = row.reason();
  }

  RowEditor want(Desired wanted, Instant deadline) {
    desired = wanted;
    deadlineAt = deadline;
    return this;
  }

  /** The deadline stays that of the first try, so that refusals do not push it along. */
  RowEditor intend(long newGeneration, String newToken, Instant now, Instant deadline) {
    generation = newGeneration;
    token = newToken;
    intentAt = now;
    create = Create.UNKNOWN;
    if (deadlineAt == null) {
      deadlineAt = deadline;
    }
    return this;
  }

  RowEditor known(String id, Instant now) {
    create = Create.KNOWN;
    physicalId = id;
    knownAt = now;
    removal = Removal.NONE;
    observed = null;
    observedAt = null;
    return this;
  }

  /** Refused for certain, never happened, or gone. */
  RowEditor none() {
    create = Create.NONE;
    physicalId = null;
    knownAt = null;
    removal = Removal.NONE;
    observed = null;
    observedAt = null;
    return this;
  }

  RowEditor removal(Removal progress) {
    removal = progress;
    return this;
  }

  RowEditor doubt(@Nullable Instant until) {
    doubtUntil = until;
    return this;
  }

  /** Doubt never gets shorter this way. */
  RowEditor doubtAtLeast(Instant until) {
    if (doubtUntil == null || doubtUntil.isBefore(until)) {
      doubtUntil = until;
    }
    return this;
  }

  RowEditor observed(String summary, Instant now) {
    if (!summary.equals(observed)) {
      observed = summary;
      observedAt = now;
    }
    return this;
  }

  /** Not as wanted, and why; nothing is under way without a deadline. */
  RowEditor reason(@Nullable String text, Instant deadline) {
    reason = text;
    if (deadlineAt == null) {
      deadlineAt = deadline;
    }
    return this;
  }

  /** As wanted: nothing is under way and there is nothing to explain. */
  RowEditor done() {
    deadlineAt = null;
    reason = null;
    return this;
  }

  ResourceRow row() {
    return new ResourceRow(
        before.key(),
        before.organizationId(),
        desired,
        generation,
        token,
        intentAt,
        create,
        physicalId,
        knownAt,
        observed,
        observedAt,
        removal,
        doubtUntil,
        deadlineAt,
        reason,
        before.fence());
  }
}
