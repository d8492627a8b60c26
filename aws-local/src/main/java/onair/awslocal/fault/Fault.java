package onair.awslocal.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One fault, and how often it happened. Guarded by its plan. */
final class Fault {

  private static final int MOST_SHOWN = 1000;

  private final String id;
  private final FaultSpec spec;
  private final FaultKind kind;
  private final List<Long> firedAt = new ArrayList<>();
  private long seen;
  private long fired;

  Fault(String id, FaultSpec spec, FaultKind kind) {
    this.id = id;
    this.spec = spec;
    this.kind = kind;
  }

  String id() {
    return id;
  }

  FaultSpec spec() {
    return spec;
  }

  FaultKind kind() {
    return kind;
  }

  Duration delay() {
    Long millis = spec.delayMs();
    return Duration.ofMillis(millis == null ? 0 : millis);
  }

  /** Counts a call or event and says whether the fault befalls it. */
  boolean befalls() {
    seen++;
    Long times = spec.times();
    return (times == null || fired < times) && isChosen(seen);
  }

  private boolean isChosen(long number) {
    if (spec.call() != null) {
      return number == spec.call();
    }
    if (spec.every() != null) {
      return number % spec.every() == 0;
    }
    return spec.probability() == null
        || spec.seed() == null
        || lot(spec.seed()) < spec.probability();
  }

  /** By the call's number, not one after the other, so that each call's lot is its own. */
  private double lot(long seed) {
    return new SplittableRandom(seed ^ seen * 0x9E3779B97F4A7C15L).nextDouble();
  }

  /** It did. */
  void happened() {
    fired++;
    if (firedAt.size() < MOST_SHOWN) {
      firedAt.add(seen);
    }
  }

  FaultStatus status() {
    return new FaultStatus(id, spec, seen, fired, List.copyOf(firedAt));
  }
}
