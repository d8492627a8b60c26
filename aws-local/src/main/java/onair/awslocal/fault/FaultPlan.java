package onair.awslocal.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/**
 * The faults that are to happen. Each counts the calls or events it matches, in the order they come
 * in; when several would befall one, the oldest does. The same faults with the same seeds befall
 * the same calls of the same history. Safe for any number of threads.
 */
public final class FaultPlan {

  /** A fault that befalls a call or an event. */
  record Befallen(FaultKind kind, FaultSpec spec, Duration delay) {}

  private final List<Fault> faults = new ArrayList<>();
  private long ids;

  /** Adds a fault from now on that {@link FaultCheck} finds nothing wrong with. */
  synchronized FaultStatus add(FaultSpec spec) {
    FaultKind kind = FaultKind.of(String.valueOf(spec.kind())).orElseThrow();
    Fault fault =
        new Fault("fault-" + ++ids, spec.probability() == null ? spec : seeded(spec), kind);
    faults.add(fault);
    return fault.status();
  }

  private static FaultSpec seeded(FaultSpec spec) {
    // Small enough for every JSON reader.
    return spec.seed() == null
        ? spec.withSeed(ThreadLocalRandom.current().nextLong(1L << 53))
        : spec;
  }

  /** All of them, the oldest first, with those that will not happen again. */
  synchronized List<FaultStatus> list() {
    return faults.stream().map(Fault::status).toList();
  }

  /** How one stands. */
  synchronized Optional<FaultStatus> get(String id) {
    return faults.stream().filter(fault -> fault.id().equals(id)).findFirst().map(Fault::status);
  }

  /** Ends one, and says whether it was there. What it has begun goes on. */
  synchronized boolean remove(String id) {
    return faults.removeIf(fault -> fault.id().equals(id));
  }

  /** Ends all of them. What they have begun goes on. */
  synchronized void clear() {
    faults.clear();
  }

  /** What befalls the call or event that these faults match. */
  synchronized Optional<Befallen> next(Predicate<Fault> matching) {
    Fault first = null;
    for (Fault fault : faults) {
      if (matching.test(fault) && fault.befalls() && first == null) {
        first = fault;
        fault.happened();
      }
    }
    return Optional.ofNullable(first)
        .map(fault -> new Befallen(fault.kind(), fault.spec(), fault.delay()));
  }
}
