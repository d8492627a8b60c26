package onair.common.reconcile;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What this run has learned about a resource so far; gone when the run ends.
 *
 * @param looked whether the recorded id was asked for
 * @param sight what that showed; empty when not looked or not there
 * @param listing every copy that a listing showed and AWS confirmed; absent when not listed
 * @param clash why AWS refused this run's create as a conflict
 * @param deleteSent this run's delete was accepted
 * @param extrasSent deletes of the extras were sent
 */
record Facts<O>(
    boolean looked,
    Optional<Found<O>> sight,
    @Nullable List<Found<O>> listing,
    @Nullable String clash,
    boolean deleteSent,
    boolean extrasSent) {

  static <O> Facts<O> none() {
    return new Facts<>(false, Optional.empty(), null, null, false, false);
  }

  Facts<O> seen(Optional<Found<O>> newSight) {
    return new Facts<>(true, newSight, listing, clash, deleteSent, extrasSent);
  }

  Facts<O> listed(List<Found<O>> found) {
    return new Facts<>(looked, sight, List.copyOf(found), clash, deleteSent, extrasSent);
  }

  /** A listing from before the clash cannot explain it. */
  Facts<O> clashed(String why) {
    return new Facts<>(looked, sight, null, why, deleteSent, extrasSent);
  }

  /** The old sight says nothing any more. */
  Facts<O> afterDelete() {
    return new Facts<>(false, Optional.empty(), listing, clash, true, extrasSent);
  }

  Facts<O> afterExtras() {
    return new Facts<>(looked, sight, listing, clash, deleteSent, true);
  }
}
