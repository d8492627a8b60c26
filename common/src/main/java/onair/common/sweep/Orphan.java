package onair.common.sweep;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something in AWS that carries the installation's tags and belongs to nobody.
 *
 * @param id {@code orp_…}
 * @param organizationId as its tag says, so that of a stranger when the tag lies
 * @param kind of resource, such as {@code medialive-channel}
 * @param physicalId id, name or ARN by which AWS knows it
 * @param resource what it was made for, as its tag says: {@code owner/kind}
 * @param state AWS's word for it when it was last seen
 * @param billed what AWS bills for it: items of the price catalog, each with a count
 * @param reason why it is not gone yet; absent when nothing hinders
 * @param foundAt when it was first seen
 * @param removeAfter when it is removed if it is still there
 * @param goneAt when it was seen to be gone
 */
public record Orphan(
    String id,
    String organizationId,
    String kind,
    String physicalId,
    String resource,
    String state,
    Map<String, Integer> billed,
    Status status,
    @Nullable String reason,
    Instant foundAt,
    Instant removeAfter,
    @Nullable Instant goneAt) {

  public Orphan {
    billed = Map.copyOf(billed);
  }

  /** As it is listed now. */
  Orphan seen(String newState, Map<String, Integer> newBilled) {
    return changed(newState, newBilled, status, reason, goneAt);
  }

  /** Not gone yet, and why. */
  Orphan hindered(@Nullable String why) {
    return changed(state, billed, status, why, goneAt);
  }

  Orphan removing() {
    return changed(state, billed, Status.REMOVING, null, null);
  }

  /** It is not there any more, or is somebody's. */
  Orphan ended(Status how, Instant now) {
    return changed(state, billed, how, null, now);
  }

  private Orphan changed(
      String newState,
      Map<String, Integer> newBilled,
      Status newStatus,
      @Nullable String newReason,
      @Nullable Instant newGoneAt) {
    return new Orphan(
        id,
        organizationId,
        kind,
        physicalId,
        resource,
        newState,
        newBilled,
        newStatus,
        newReason,
        foundAt,
        removeAfter,
        newGoneAt);
  }

  /** How far it has got. */
  public enum Status {
    /** Seen, and left alone until the grace is over. */
    FOUND,
    /** It is being removed. */
    REMOVING,
    /** It is gone by our doing. */
    REMOVED,
    /** It went, or turned out to be somebody's, without our doing. */
    CLEARED;

    /** Lower case, as in the API and the database. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
