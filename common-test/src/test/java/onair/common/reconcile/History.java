package onair.common.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import onair.common.reconcile.FakeCloud.CallFailed;
import onair.common.reconcile.FakeCloud.Fault;
import onair.common.reconcile.FakeCloud.Kind;
import onair.common.reconcile.FakeCloud.Thing;
import onair.common.reconcile.ResourceRow.Create;
import onair.common.reconcile.ResourceRow.Desired;
import onair.test.SettableClock;

/**
 * One life of one owner with some resources: wishes come, workers run, die, stand still and are
 * taken over, calls fail; then all is calm and the cloud must be as wished. Single-threaded: a
 * worker that stands still is played by running its successors inside it.
 */
final class History {
  static final Duration SETTLE = Duration.ofSeconds(90);
  private static final Duration TAKEOVER = Duration.ofSeconds(5);
  private static final Duration CONVERGED_WITHIN = Duration.ofMinutes(10);
  private static final int MOST_RUNS = 5_000;

  /** Prints what happens; for one seed at a time. */
  private static final boolean TRACE = Boolean.getBoolean("onair.reconcile.trace");

  /** The process died. */
  private static final class Died extends Error {
    Died() {
      super(null, null, false, false);
    }
  }

  /** The database did not answer. */
  private static final class DatabaseDown extends RuntimeException {
    DatabaseDown() {
      super("no database", null, false, false);
    }
  }

  private record Removal(Kind kind, Instant at) {}

  /** From then on this is wanted. */
  record Wish(Duration at, Desired desired) {}

  private final SettableClock clock = SettableClock.create();
  private final Instant start = clock.instant();
  private final String owner;
  private final ResourceStore stored;
  private final Map<String, Instant> promises = new HashMap<>();
  private final List<String> violations = new ArrayList<>();
  private final List<Kind> kinds;
  private final List<Wish> wishes;
  private final Chaos chaos;
  private final Mutant mutant;
  private final FakeCloud cloud;
  private final Leases leases;
  private final Resources resources;
  private final RunTimes times;
  private final List<Runnable> atCalm = new ArrayList<>();
  private final List<Removal> removals = new ArrayList<>();
  private Desired desired = Desired.ABSENT;
  private Instant nextRun = Instant.MAX;
  private long lastFence;
  private int wished;
  private int failures;
  private int runs;
  private int asleep;
  private int points;
  private int calls;
  private boolean calm;

  /**
   * Where rows and leases are.
   *
   * @param owner not used by another history in the same place
   */
  record Place(String owner, ResourceStore store, Leases leases) {
    static Place memory() {
      var memory = new MemoryStore();
      return new Place("ch_1", memory, memory);
    }
  }

  /**
   * @param oldTokens whether the cloud answers a known token with a resource that is gone
   */
  History(
      Place place,
      List<Kind> kinds,
      List<Wish> wishes,
      Chaos chaos,
      Mutant mutant,
      boolean oldTokens) {
    this.owner = place.owner();
    this.stored = place.store();
    this.kinds = kinds;
    this.wishes = wishes;
    this.chaos = chaos;
    this.mutant = mutant;
    this.cloud = new FakeCloud(clock, SETTLE, oldTokens);
    this.leases = mutant.leases(place.leases());
    var patience = patience(mutant.settle(SETTLE));
    this.times = new RunTimes(patience, new Random(1));
    this.resources =
        new Resources(
            new Resources.Tools(
                mutant.store(new FailingStore()),
                mutant.failures(thrown -> ((CallFailed) thrown).failure),
                new Identities("sim"),
                patience,
                clock));
  }

  private static ReconcileProperties patience(Duration settle) {
    return new ReconcileProperties(
        settle,
        Duration.ofSeconds(2),
        1,
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        4,
        Duration.ofMinutes(1),
        Duration.ofMinutes(10),
        false,
        Duration.ofMinutes(5),
        Duration.ofMinutes(15));
  }

  /** Somebody else has the name of this kind's resource until all is calm. */
  History withForeign(Kind kind) {
    var foreign = cloud.foreign(kind, owner);
    atCalm.add(() -> cloud.removeByHand(foreign));
    return this;
  }

  /** What went wrong, empty when nothing did. */
  List<String> live() {
    try (var listening = CrashPoint.listen(this::point)) {
      liveUntil(clock.instant().plus(wishes.getLast().at()).plusSeconds(30));
      calm = true;
      atCalm.forEach(Runnable::run);
      nextRun = clock.instant();
      converge(clock.instant().plus(CONVERGED_WITHIN));
      check("10 minutes later");
      // What has converged stays so, and nothing comes late.
      nextRun = clock.instant().plus(SETTLE.multipliedBy(2));
      liveUntil(nextRun);
      check("in the end");
    }
    violations.addAll(cloud.violations());
    return violations;
  }

  int points() {
    return points;
  }

  int calls() {
    return calls;
  }

  FakeCloud cloud() {
    return cloud;
  }

  /** Takes the resource away behind OnAir's back at that time. */
  History removedByHand(Kind kind, Duration at) {
    removals.add(new Removal(kind, start.plus(at)));
    return this;
  }

  private void converge(Instant end) {
    while (clock.instant().isBefore(end) && !kinds.stream().allMatch(this::converged)) {
      liveUntil(earlier(end, nextRun));
    }
  }

  private void liveUntil(Instant end) {
    while (true) {
      var next = earlier(nextRun, nextWish());
      if (next.isAfter(end) || runs > MOST_RUNS) {
        advanceTo(end);
        return;
      }
      advanceTo(next);
      while (!nextWish().isAfter(clock.instant())) {
        desired = wishes.get(wished++).desired();
        nextRun = clock.instant();
      }
      removals.removeIf(
          removal -> {
            boolean due = !removal.at().isAfter(clock.instant());
            if (due) {
              trace("removed by hand " + removal.kind().name());
              cloud.existing(key(removal.kind())).forEach(cloud::removeByHand);
            }
            return due;
          });
      if (!nextRun.isAfter(clock.instant())) {
        runOnce();
      }
    }
  }

  private void advanceTo(Instant time) {
    if (time.isAfter(clock.instant())) {
      clock.set(time);
    }
  }

  private Instant nextWish() {
    return wished == wishes.size() ? Instant.MAX : start.plus(wishes.get(wished).at());
  }

  /** As {@link OwnerTask}: a run whose lease was taken over has no say in what comes next. */
  private void runOnce() {
    runs++;
    trace("run", runs, desired);
    var lease = leases.take(owner);
    lastFence = lease.fence();
    nextRun = clock.instant().plus(TAKEOVER);
    Outcome outcome;
    try {
      outcome = reconcile(lease);
    } catch (Died died) {
      nextRun = earlier(nextRun, clock.instant().plus(TAKEOVER));
      return;
    } catch (StaleLease | DatabaseDown failed) {
      outcome = new Outcome.Failed(failed.toString(), Duration.ofSeconds(1));
    }
    if (!holds(lease)) {
      return;
    }
    if (outcome instanceof Outcome.Failed(String reason, Duration after)
        && reason.startsWith("no end")) {
      violations.add(reason);
    }
    failures = outcome instanceof Outcome.Failed ? failures + 1 : 0;
    var doubt =
        stored.of(owner).stream()
            .flatMap(row -> Optional.ofNullable(row.doubtUntil()).stream())
            .min(Instant::compareTo)
            .orElse(null);
    nextRun = times.next(outcome, failures, doubt, clock.instant());
  }

  private Outcome reconcile(Lease lease) {
    if (desired == Desired.PRESENT) {
      for (var kind : kinds) {
        var edge = mutant.edge(new SimEdge(kind, this, lease));
        var ensured = resources.ensurePresent(lease, key(kind), "org_1", edge, "spec");
        switch (ensured) {
          case Ensured.NotYet<String>(Outcome outcome) -> {
            return outcome;
          }
          case Ensured.Ready<String>(Found<String> found) -> checkReady(lease, kind, found);
        }
      }
    } else {
      for (var kind : kinds.reversed()) {
        var edge = mutant.edge(new SimEdge(kind, this, lease));
        switch (resources.ensureAbsent(lease, key(kind), edge)) {
          case Removed.NotYet(Outcome outcome) -> {
            return outcome;
          }
          case Removed.Final() -> checkFinal(lease, kind);
        }
      }
    }
    return new Outcome.Settled(Duration.ofMinutes(1));
  }

  private void checkReady(Lease lease, Kind kind, Found<String> found) {
    boolean there =
        cloud.existing(key(kind)).stream()
            .anyMatch(thing -> thing.id.equals(found.physicalId()) && thing.deletedAt == null);
    if (holds(lease) && !there) {
      violations.add(key(kind) + " is said to be ready and is not, at " + clock.instant());
    }
  }

  private void checkFinal(Lease lease, Kind kind) {
    var key = key(kind);
    if (holds(lease) && (!cloud.existing(key).isEmpty() || cloud.hasLateEffects(key))) {
      violations.add(key + " is said to be final and is not, at " + clock.instant());
    }
  }

  private void check(String when) {
    for (var kind : kinds) {
      var row = stored.load(key(kind)).orElse(null);
      if (!converged(kind) || (row != null && row.overdue(clock.instant()))) {
        var there = ids(cloud.existing(key(kind)));
        violations.add(
            "%s %s: wanted %s, there %s, row %s".formatted(key(kind), when, desired, there, row));
      }
    }
  }

  private boolean converged(Kind kind) {
    var row = stored.load(key(kind)).orElse(null);
    var things = cloud.existing(key(kind));
    if (desired == Desired.ABSENT) {
      return things.isEmpty() && (row == null || (row.isFinal() && row.deadlineAt() == null));
    }
    return row != null
        && row.create() == Create.KNOWN
        && row.doubtUntil() == null
        && row.deadlineAt() == null
        && things.size() == 1
        && things.getFirst().deletedAt == null
        && things.getFirst().id.equals(row.physicalId());
  }

  private static List<String> ids(List<Thing> things) {
    return things.stream().map(thing -> thing.id).toList();
  }

  private boolean holds(Lease lease) {
    return lease.fence() == lastFence;
  }

  /** A place where the process may die, or stand still while others take over. */
  private void point(String name) {
    points++;
    trace(name);
    if (calm || asleep > 1) {
      return;
    }
    var pause = chaos.pause();
    if (!pause.isZero()) {
      trace("pause", pause);
    }
    if (pause.equals(Chaos.DEATH)) {
      throw new Died();
    }
    if (pause.compareTo(TAKEOVER) < 0) {
      clock.advance(pause);
      return;
    }
    asleep++;
    nextRun = earlier(nextRun, clock.instant().plus(TAKEOVER));
    liveUntil(clock.instant().plus(pause));
    asleep--;
  }

  /** A call that changes nothing: it may fail. */
  void readCall() {
    var fault = fault(false);
    if (fault != Fault.NOTHING) {
      throw new CallFailed(onair.common.aws.AwsFailure.UNAVAILABLE, false, "no answer");
    }
  }

  Fault fault(boolean create) {
    calls++;
    clock.advance(Duration.ofMillis(50));
    return calm ? Fault.NOTHING : chaos.fault(create);
  }

  /** The caller learns of the answer, or gives up waiting for one. */
  void answered(String what, Fault fault) {
    trace(what, fault);
    if (fault != Fault.NOTHING && fault != Fault.THROTTLED) {
      clock.advance(Duration.ofSeconds(10));
    }
    point("cloud." + what);
  }

  /** Until when a call that this worker sends now may take effect: what settle promises. */
  Instant latest(Lease lease, ResourceKey key, Kind kind) {
    var configured = mutant.settle(SETTLE);
    var promise = promises.get(lease.fence() + key.toString());
    var until =
        (promise == null ? clock.instant().plus(configured) : promise)
            .minus(configured)
            .plus(SETTLE)
            .minus(kind.listLag())
            .minusMillis(1);
    var possible = Duration.between(clock.instant(), until);
    return possible.isNegative()
        ? clock.instant()
        : clock.instant().plusMillis((long) (possible.toMillis() * chaos.lateness()));
  }

  long generation(ResourceKey key) {
    return stored.load(key).map(ResourceRow::generation).orElse(0L);
  }

  ResourceKey key(Kind kind) {
    return new ResourceKey(owner, kind.name());
  }

  private void trace(String what, Object... about) {
    if (TRACE) {
      System.out.println(
          clock.instant() + " " + "  ".repeat(asleep) + what + Arrays.toString(about));
    }
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  /** The memory, whose commits sometimes fail; remembers what each worker promised. */
  private final class FailingStore implements ResourceStore {
    @Override
    public Optional<ResourceRow> load(ResourceKey key) {
      return stored.load(key);
    }

    @Override
    public List<ResourceRow> of(String owner) {
      return stored.of(owner);
    }

    @Override
    public void save(Lease lease, ResourceRow row) {
      int fate = calm ? 0 : chaos.commit();
      if (fate == 1) {
        throw new DatabaseDown();
      }
      stored.save(lease, row);
      trace("saved", row);
      if (row.doubtUntil() != null) {
        promises.put(lease.fence() + row.key().toString(), row.doubtUntil());
      }
      if (fate == 2) {
        throw new DatabaseDown();
      }
    }

    @Override
    public void forget(Lease lease) {
      stored.forget(lease);
    }
  }
}
