package onair.common.reconcile;

/** Asks for a run of an owner; handlers of requests and events call it. */
public interface Wakes {

  /**
   * Runs the owner soon, at least once after the surrounding transaction has committed, even when a
   * run is going on right now; not at all when it rolls back. Repeats before that run merge into
   * one. Must be called inside a transaction, after the caller's own writes.
   *
   * @param reconciler {@link Reconciler#name()} of the one responsible
   * @param owner an owner's id, at most 100 characters
   */
  void wake(String reconciler, String owner);
}
