package onair.common.reconcile;

/** Whether a resource that is wanted is there. */
public sealed interface Ensured<O> {

  /** It exists, its id is recorded, and this is what AWS just said about it. */
  record Ready<O>(Found<O> found) implements Ensured<O> {}

  /** Not yet; the reconciler returns this outcome. */
  record NotYet<O>(Outcome outcome) implements Ensured<O> {}
}
