package onair.common.reconcile;

/** Makes AWS agree with what one kind of owner wants; a bean per kind of owner. */
public interface Reconciler {

  /** Fixed name, unique in the service, such as {@code channel}; part of stored rows. */
  String name();

  /**
   * One run for one owner: loads what is wanted, ensures resources present in dependency order or
   * absent in the reverse one, returns at the first that is not ready. Called by one thread in the
   * cluster at a time per owner, whose name no other reconciler's has: the lease is the owner's. An
   * exception counts as {@link Outcome.Failed}. An owner that does not exist is {@link
   * Outcome.Blocked}.
   */
  Outcome reconcile(String owner, Lease lease);
}
