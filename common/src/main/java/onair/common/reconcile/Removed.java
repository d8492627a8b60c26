package onair.common.reconcile;

/** Whether a resource that is not wanted is gone for good. */
public sealed interface Removed {

  /** Nothing of it exists and nothing can appear any more. */
  record Final() implements Removed {}

  /** Not yet; the reconciler returns this outcome. */
  record NotYet(Outcome outcome) implements Removed {}
}
