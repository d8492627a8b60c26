package onair.awslocal.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Leaves out of a failing history what is not needed to fail in the same way: halves first, then
 * smaller parts, down to single steps.
 */
final class Shrinking<W extends World> {

  /** A history is told as short as it got by then. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Callable<W> fresh;
  private final Instant until = Instant.now().plus(PATIENCE);
  private History<W> shortest;
  private Throwable failure;

  Shrinking(History<W> failed, Throwable failure, Callable<W> fresh) {
    this.shortest = failed;
    this.failure = failure;
    this.fresh = fresh;
  }

  /** What is left, as an error to throw. */
  FailedHistory shrunk() throws Exception {
    int part = Math.max(1, shortest.kept().size() / 2);
    while (part >= 1 && Instant.now().isBefore(until)) {
      if (!leaveOut(part)) {
        part = part == 1 ? 0 : part / 2;
      }
    }
    return new FailedHistory(shortest, failure);
  }

  /** Tries every part of this size, from the end; says whether one was not needed. */
  private boolean leaveOut(int part) throws Exception {
    boolean shorter = false;
    for (int end = shortest.kept().size(); end > 0; end -= part) {
      int from = Math.max(0, end - part);
      List<Integer> rest = new ArrayList<>(shortest.kept().subList(0, from));
      rest.addAll(shortest.kept().subList(end, shortest.kept().size()));
      History<W> candidate = shortest.keeping(rest);
      Optional<Throwable> again = candidate.run(fresh);
      if (again.isPresent() && again.get().getClass() == failure.getClass()) {
        shortest = candidate;
        failure = again.get();
        shorter = true;
      }
      if (!Instant.now().isBefore(until)) {
        return false;
      }
    }
    return shorter;
  }
}
