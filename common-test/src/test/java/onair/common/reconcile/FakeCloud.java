package onair.common.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import onair.common.aws.AwsFailure;
import onair.test.SettableClock;
import org.jspecify.annotations.Nullable;

/**
 * A cloud with the bad habits of the real one: answers get lost before and after the effect,
 * effects come late, listings and reads lag, deleting takes time, names clash. It keeps the ledger
 * of all that ever existed and notes what must never happen.
 */
final class FakeCloud {

  /**
   * What is true of a kind.
   *
   * @param listLag a listing shows the state of so long ago
   * @param readLag a new id is not found for so long
   * @param deleteTakes from an accepted delete until the id is gone
   * @param stopFirst the first delete only stops it
   */
  record Kind(
      String name,
      Idempotency idempotency,
      Duration listLag,
      Duration readLag,
      Duration deleteTakes,
      boolean stopFirst) {

    /** A token that is forgotten before a late call arrives cannot keep a second copy away. */
    boolean neverTwo(Duration settle) {
      return !(idempotency instanceof Idempotency.Token(Duration validity))
          || validity.compareTo(settle.multipliedBy(2)) >= 0;
    }
  }

  /** What befalls a call. */
  enum Fault {
    NOTHING,
    /** The call never arrives. */
    BEFORE,
    /** It has its effect, and the answer is lost. */
    LOST,
    /** The caller gives up; the effect comes later. */
    LATE,
    /** Refused for certain. */
    THROTTLED,
    /** The SDK's first attempt has its effect, late, and its second is throttled. */
    RETRIED
  }

  /** What the caller of a failed call learns. */
  static final class CallFailed extends RuntimeException {
    final CallFailure failure;

    CallFailed(AwsFailure meaning, boolean definite, String reason) {
      super(reason, null, false, false);
      failure = new CallFailure(meaning, definite, reason);
    }
  }

  /** A resource that exists or existed. */
  static final class Thing {
    final String id;
    final Kind kind;
    final @Nullable Identity identity;
    final Instant createdAt;
    boolean stopped;
    @Nullable Instant deletedAt;
    @Nullable Instant goneAt;

    Thing(String id, Kind kind, @Nullable Identity identity, Instant createdAt) {
      this.id = id;
      this.kind = kind;
      this.identity = identity;
      this.createdAt = createdAt;
    }

    boolean exists(Instant now) {
      return goneAt == null || now.isBefore(goneAt);
    }

    boolean isOf(Identity other) {
      return identity != null && identity.key().equals(other.key());
    }
  }

  private record Late(Instant due, long number, String what, Runnable effect) {}

  private final SettableClock clock;
  private final Duration settle;
  private final boolean tokensOutliveThings;
  private final List<Thing> ledger = new ArrayList<>();
  private final Map<String, Thing> tokens = new HashMap<>();
  private final PriorityQueue<Late> late =
      new PriorityQueue<>(Comparator.comparing(Late::due).thenComparing(Late::number));
  private final List<String> violations = new ArrayList<>();
  private long numbers;

  FakeCloud(SettableClock clock, Duration settle, boolean tokensOutliveThings) {
    this.clock = clock;
    this.settle = settle;
    this.tokensOutliveThings = tokensOutliveThings;
  }

  List<String> violations() {
    return violations;
  }

  /** Everything of a resource that costs money now. */
  List<Thing> existing(ResourceKey key) {
    catchUp();
    var now = clock.instant();
    var existing = new ArrayList<Thing>();
    for (var thing : ledger) {
      if (thing.identity != null && thing.identity.key().equals(key) && thing.exists(now)) {
        existing.add(thing);
      }
    }
    return existing;
  }

  boolean hasLateEffects(ResourceKey key) {
    catchUp();
    return late.stream().anyMatch(effect -> effect.what().equals("create " + key));
  }

  /** Somebody else's resource with a name that we want. */
  Thing foreign(Kind kind, String name) {
    var thing = new Thing(name, kind, null, clock.instant());
    ledger.add(thing);
    return thing;
  }

  /** Removes it behind our back. */
  void removeByHand(Thing thing) {
    catchUp();
    if (thing.deletedAt == null) {
      thing.deletedAt = clock.instant();
      thing.goneAt = clock.instant();
    }
  }

  Found<String> create(Kind kind, Identity identity, Fault fault, Instant latest) {
    catchUp();
    switch (fault) {
      case NOTHING -> {
        return found(makeOrRefuse(kind, identity));
      }
      case BEFORE -> {}
      case LOST -> quietly(() -> makeOrRefuse(kind, identity));
      case LATE, RETRIED -> {
        var key = identity.key();
        late(latest, "create " + key, () -> quietly(() -> makeOrRefuse(kind, identity)));
      }
      case THROTTLED -> throw throttled(true);
    }
    throw fault == Fault.RETRIED ? throttled(false) : unanswered();
  }

  Optional<Found<String>> observe(Kind kind, String id) {
    catchUp();
    var now = clock.instant();
    return thing(kind, id)
        .filter(thing -> !now.isBefore(thing.createdAt.plus(kind.readLag())))
        .map(FakeCloud::found);
  }

  /** Pages of two, oldest first. */
  List<List<Found<String>>> find(Kind kind, Identity identity) {
    catchUp();
    var then = clock.instant().minus(kind.listLag());
    var pages = new ArrayList<List<Found<String>>>();
    for (var thing : ledger) {
      boolean shown =
          thing.kind == kind
              && thing.isOf(identity)
              && !thing.createdAt.isAfter(then)
              && (thing.deletedAt == null || thing.deletedAt.isAfter(then));
      if (shown) {
        if (pages.isEmpty() || pages.getLast().size() == 1) {
          pages.add(new ArrayList<>());
        }
        pages.getLast().add(found(thing));
      }
    }
    return pages;
  }

  Deletion delete(Kind kind, String id, long generation, Fault fault, Instant latest) {
    catchUp();
    switch (fault) {
      case NOTHING -> {
        return remove(kind, id, generation);
      }
      case BEFORE -> {}
      case LOST -> remove(kind, id, generation);
      case LATE, RETRIED -> late(latest, "delete " + id, () -> remove(kind, id, generation));
      case THROTTLED -> throw throttled(true);
    }
    throw fault == Fault.RETRIED ? throttled(false) : unanswered();
  }

  private Thing makeOrRefuse(Kind kind, Identity identity) {
    if (kind.idempotency() instanceof Idempotency.NaturalName) {
      if (thing(kind, identity.name()).isPresent()) {
        throw new CallFailed(AwsFailure.CONFLICT, true, "the name is taken");
      }
      return make(kind, identity, identity.name());
    }
    if (kind.idempotency() instanceof Idempotency.Token(Duration validity)) {
      var known = tokens.get(identity.token());
      if (known != null
          && clock.instant().isBefore(known.createdAt.plus(validity))
          && (tokensOutliveThings || known.exists(clock.instant()))) {
        return known;
      }
      var made = make(kind, identity, "id-" + ++numbers);
      tokens.put(identity.token(), made);
      return made;
    }
    return make(kind, identity, "id-" + ++numbers);
  }

  private Thing make(Kind kind, Identity identity, String id) {
    boolean second =
        ledger.stream()
            .anyMatch(
                thing -> thing.kind == kind && thing.isOf(identity) && thing.deletedAt == null);
    if (second && kind.neverTwo(settle)) {
      violations.add("two live copies of " + identity.key() + " at " + clock.instant());
    }
    var thing = new Thing(id, kind, identity, clock.instant());
    ledger.add(thing);
    return thing;
  }

  private Deletion remove(Kind kind, String id, long generation) {
    var thing = thing(kind, id).orElse(null);
    if (thing == null) {
      return new Deletion.Gone();
    }
    if (thing.identity == null) {
      violations.add("deleted somebody else's " + id);
    } else if (thing.identity.generation() > generation) {
      violations.add("a late delete of generation " + generation + " hit a later " + id);
    }
    if (kind.stopFirst() && !thing.stopped) {
      thing.stopped = true;
      return new Deletion.NotYet("it is stopping", Duration.ofSeconds(2));
    }
    if (thing.deletedAt == null) {
      thing.deletedAt = clock.instant();
      thing.goneAt = clock.instant().plus(kind.deleteTakes());
    }
    return new Deletion.Requested();
  }

  private Optional<Thing> thing(Kind kind, String id) {
    for (var thing : ledger) {
      if (thing.kind == kind && thing.id.equals(id) && thing.exists(clock.instant())) {
        return Optional.of(thing);
      }
    }
    return Optional.empty();
  }

  private void late(Instant due, String what, Runnable effect) {
    late.add(new Late(due, ++numbers, what, effect));
  }

  /** Late effects happen at their own time, not when somebody next looks. */
  private void catchUp() {
    while (!late.isEmpty() && !late.peek().due().isAfter(clock.instant())) {
      var next = late.remove();
      var now = clock.instant();
      clock.set(next.due());
      next.effect().run();
      clock.set(now);
    }
  }

  private static void quietly(Runnable effect) {
    try {
      effect.run();
    } catch (CallFailed refused) {
      // Nobody hears the answer.
    }
  }

  private static Found<String> found(Thing thing) {
    var state = thing.deletedAt == null ? "there" : "deleting";
    return new Found<>(thing.id, state, thing.createdAt);
  }

  private static CallFailed throttled(boolean definite) {
    return new CallFailed(AwsFailure.THROTTLED, definite, "too many calls");
  }

  private static CallFailed unanswered() {
    return new CallFailed(AwsFailure.UNAVAILABLE, false, "no answer");
  }
}
