package onair.common.reconcile;

/** Decides the next step for one resource from what is stored and what AWS shows; pure. */
final class ResourceDecision {
  private ResourceDecision() {}
}
