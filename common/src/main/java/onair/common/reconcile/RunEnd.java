package onair.common.reconcile;

/** How a run for one resource ends. */
sealed interface RunEnd<O> {

  /** It exists. */
  record Ready<O>(Found<O> found) implements RunEnd<O> {}

  /** It does not exist and cannot appear. */
  record Absent<O>() implements RunEnd<O> {}

  /** Not there yet. */
  record Stopped<O>(Outcome outcome) implements RunEnd<O> {}

  static <O> RunEnd<O> stopped(Outcome outcome) {
    return new Stopped<>(outcome);
  }

  /** The process stood still between its commit and its call, for too long to still send it. */
  static <O> RunEnd<O> heldUp(ReconcileProperties patience) {
    return stopped(
        new Outcome.Failed("held up before the call, which was not sent", patience.look()));
  }
}
