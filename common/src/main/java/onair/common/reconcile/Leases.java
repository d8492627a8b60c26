package onair.common.reconcile;

/** Where leases are taken and checked. Runs are given theirs; only a sweeper takes one itself. */
public interface Leases {

  /** Takes the owner over, ending any earlier lease. */
  Lease take(String owner);

  /**
   * Keeps the lease until the surrounding transaction ends.
   *
   * @throws StaleLease when it was taken over
   */
  void require(Lease lease);
}
