package onair.channel.drift;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import onair.common.aws.Difference;
import onair.common.id.Ids;
import onair.common.reconcile.ResourceKey;
import org.jspecify.annotations.Nullable;

/**
 * One setting in AWS that is not what was asked for.
 *
 * @param id {@code drf_…}
 * @param key of the resource
 * @param physicalId by which AWS knows it
 * @param version grows with each change anyone can see
 * @param reason why it is not repaired yet; absent when nothing hinders
 */
record Drift(
    String id,
    String organizationId,
    ResourceKey key,
    String physicalId,
    long version,
    Difference difference,
    Status status,
    @Nullable String reason,
    Instant createdAt,
    Instant updatedAt) {

  static Drift found(
      String organizationId,
      ResourceKey key,
      String physicalId,
      Difference difference,
      Instant now) {
    return new Drift(
        Ids.next("drf"),
        organizationId,
        key,
        physicalId,
        1,
        difference,
        Status.OPEN,
        null,
        now,
        now);
  }

  /** What is to become of it, or what became of it. */
  Drift is(Status newStatus, @Nullable String why, Instant now) {
    return changed(difference, newStatus, why, now);
  }

  /**
   * It was looked at again and is still there. What was adopted is news when it is something else
   * than what was adopted.
   */
  Drift seen(Difference now, Instant at) {
    boolean another = !now.equals(difference);
    return another
        ? changed(now, status == Status.ADOPTED ? Status.OPEN : status, reason, at)
        : this;
  }

  private Drift changed(
      Difference newDifference, Status newStatus, @Nullable String why, Instant now) {
    return new Drift(
        id,
        organizationId,
        key,
        physicalId,
        version + 1,
        newDifference,
        newStatus,
        why,
        createdAt,
        now);
  }

  /** What is to become of it, or what became of it. */
  enum Status {
    /** Nobody has said yet. */
    OPEN,
    /** It is to be as asked for again. */
    REPAIRING,
    /** It is as asked for again, by our doing. */
    REPAIRED,
    /** It stays as it was found; told again when it becomes something else. */
    ADOPTED,
    /** It may be anything. */
    IGNORED,
    /** It is as asked for again without our doing. */
    CLEARED;

    /** Whether the setting still differs. */
    boolean present() {
      return this != REPAIRED && this != CLEARED;
    }

    /** Lower case, as in the API and the database. */
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
