package onair.common.reconcile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is stored about one external resource. It outlives the resource, so that a generation is
 * never used twice, until {@link Resources#forget}.
 *
 * @param generation of the last intent, 0 before the first
 * @param token of the last intent, empty before the first
 * @param intentAt when the last intent was committed
 * @param create what is known about the create of this generation
 * @param physicalId present when {@code create} is KNOWN
 * @param knownAt when the id was recorded
 * @param observed the edge's summary, seen first at {@code observedAt}
 * @param removal how far its deletion has got
 * @param doubtUntil until then a call whose answer was lost may still take effect; only a listing
 *     after it clears it
 * @param deadlineAt when the present step should have ended; absent when nothing is under way
 * @param reason why it is not as wanted, for people
 * @param fence of the lease that wrote the row last
 */
public record ResourceRow(
    ResourceKey key,
    String organizationId,
    Desired desired,
    long generation,
    String token,
    @Nullable Instant intentAt,
    Create create,
    @Nullable String physicalId,
    @Nullable Instant knownAt,
    @Nullable String observed,
    @Nullable Instant observedAt,
    Removal removal,
    @Nullable Instant doubtUntil,
    @Nullable Instant deadlineAt,
    @Nullable String reason,
    long fence) {

  /** What is wanted. */
  public enum Desired {
    PRESENT,
    ABSENT
  }

  /** What is known about the create of a generation. */
  public enum Create {
    /** Not sent, refused for certain, or its resource is gone. */
    NONE,
    /** It may have happened, may happen still, or may never. */
    UNKNOWN,
    /** It happened; the id is recorded. */
    KNOWN
  }

  /** How far the deletion of a generation has got; once asked for, it is carried through. */
  public enum Removal {
    NONE,
    /** About to be sent, or sent and not answered. */
    ASKED,
    /** AWS has confirmed it. */
    ACCEPTED
  }

  static ResourceRow first(ResourceKey key, String organizationId, Desired desired) {
    return new ResourceRow(
        key,
        organizationId,
        desired,
        0,
        "",
        null,
        Create.NONE,
        null,
        null,
        null,
        null,
        Removal.NONE,
        null,
        null,
        null,
        0);
  }

  /** Nothing of it exists and nothing can appear any more. */
  public boolean isFinal() {
    return desired == Desired.ABSENT && create == Create.NONE && doubtUntil == null;
  }

  /** Whether the present step takes longer than it should; {@code reason} says why. */
  public boolean overdue(Instant now) {
    return deadlineAt != null && deadlineAt.isBefore(now);
  }

  /** No call can take effect any more of which we do not know the answer. */
  boolean settled(Instant now) {
    return doubtUntil == null || !now.isBefore(doubtUntil);
  }

  RowEditor edit() {
    return new RowEditor(this);
  }
}
