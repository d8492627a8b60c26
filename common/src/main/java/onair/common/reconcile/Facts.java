package onair.common.reconcile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What this run has learned about a resource so far; gone when the run ends. A run may be held up
 * anywhere, so that each fact knows how old it is.
 *
 * @param sight whether AWS showed the recorded id; absent when not looked
 * @param listing the copies there are; absent when not listed
 * @param clash why AWS refused this run's create as a conflict
 * @param deleteSent this run's delete was accepted
 * @param extrasSent deletes of the extras were sent
 */
record Facts<O>(
    @Nullable Sight<O> sight,
    @Nullable Listing<O> listing,
    @Nullable String clash,
    boolean deleteSent,
    boolean extrasSent) {

  /** What asking for the id showed: empty is not there; asked not before {@code since}. */
  record Sight<O>(Optional<Found<O>> found, Instant since) {}

  /**
   * What listing showed.
   *
   * @param copies oldest first, each confirmed by its id unless one is recorded already
   * @param unconfirmed copies were listed whose ids AWS does not show: gone already, or too new
   * @param since listed not before
   */
  record Listing<O>(List<Found<O>> copies, boolean unconfirmed, Instant since) {
    Listing {
      copies = List.copyOf(copies);
    }

    /** Whether what is not in it does not exist and cannot come. */
    boolean conclusive(ResourceRow row) {
      return row.settled(since);
    }
  }

  static <O> Facts<O> none() {
    return new Facts<>(null, null, null, false, false);
  }

  Facts<O> seen(Optional<Found<O>> found, Instant since) {
    return new Facts<>(new Sight<>(found, since), listing, clash, deleteSent, extrasSent);
  }

  Facts<O> listed(Listing<O> newListing) {
    return new Facts<>(sight, newListing, clash, deleteSent, extrasSent);
  }

  /** A listing from before the clash cannot explain it. */
  Facts<O> clashed(String why) {
    return new Facts<>(sight, null, why, deleteSent, extrasSent);
  }

  /** The old sight says nothing any more. */
  Facts<O> afterDelete() {
    return new Facts<>(null, listing, clash, true, extrasSent);
  }

  Facts<O> afterExtras() {
    return new Facts<>(sight, listing, clash, deleteSent, true);
  }
}
