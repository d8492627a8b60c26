package onair.common.reconcile;

import java.util.List;
import java.util.Optional;

/** Where rows are kept. Each method is a transaction of its own. */
interface ResourceStore {

  Optional<ResourceRow> load(ResourceKey key);

  /** All rows of an owner, by kind. */
  List<ResourceRow> of(String owner);

  /**
   * Writes the whole row.
   *
   * @throws StaleLease and writes nothing when the lease was taken over
   */
  void save(Lease lease, ResourceRow row);

  /**
   * Removes all rows of the lease's owner.
   *
   * @throws IllegalStateException when one of them is not final
   * @throws StaleLease when the lease was taken over
   */
  void forget(Lease lease);
}
