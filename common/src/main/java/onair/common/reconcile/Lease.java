package onair.common.reconcile;

/**
 * The right to change what belongs to one owner, given to one run. A later lease has a higher fence
 * and ends this one.
 */
public final class Lease {
  private final String owner;
  private final long fence;
  private final Leases leases;

  Lease(String owner, long fence, Leases leases) {
    this.owner = owner;
    this.fence = fence;
    this.leases = leases;
  }

  /** The owner it is for. */
  public String owner() {
    return owner;
  }

  /** Grows with each lease of this owner. */
  public long fence() {
    return fence;
  }

  /**
   * Call first in each transaction in which a reconciler writes its own tables: holds the lease
   * until that transaction ends, so that nobody takes over in between.
   *
   * @throws StaleLease when another run has taken over; let it pass, the transaction rolls back
   */
  public void require() {
    leases.require(this);
  }

  @Override
  public String toString() {
    return owner + "@" + fence;
  }
}
