package onair.common.reconcile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import onair.common.reconcile.FakeCloud.Fault;
import onair.common.reconcile.FakeCloud.Kind;
import onair.common.reconcile.History.Place;
import onair.common.reconcile.History.Wish;
import onair.common.reconcile.ResourceRow.Desired;

/** The histories that tests play. */
final class Histories {
  private static final Duration NONE = Duration.ZERO;
  private static final Duration LAG = Duration.ofSeconds(20);
  private static final List<Wish> CREATE_DELETE_RECREATE =
      List.of(
          new Wish(NONE, Desired.PRESENT),
          new Wish(Duration.ofMinutes(4), Desired.ABSENT),
          new Wish(Duration.ofMinutes(8), Desired.PRESENT),
          new Wish(Duration.ofMinutes(12), Desired.ABSENT));
  private static final List<Kind> ONE_OF_EACH =
      List.of(
          new Kind("token", new Idempotency.Token(Duration.ofMinutes(30)), LAG, NONE, LAG, true),
          new Kind("tokenless", new Idempotency.None(), LAG, NONE, NONE, false),
          new Kind("named", new Idempotency.NaturalName(), NONE, NONE, NONE, false));

  private Histories() {}

  /** Create, delete and recreate one of each kind, with only the listed mishaps. */
  static History planned(Place place, Set<Integer> deaths, Map<Integer, Fault> faults) {
    return new History(
        place,
        ONE_OF_EACH,
        CREATE_DELETE_RECREATE,
        Chaos.planned(deaths, faults),
        Mutant.NONE,
        true);
  }

  /** Everything from the seed: kinds and their traits, wishes, mishaps. */
  static History random(Place place, long seed, Mutant mutant) {
    var random = new Random(seed);
    var kinds = new ArrayList<Kind>();
    kinds.add(kind("token", new Idempotency.Token(Duration.ofMinutes(30)), random));
    kinds.add(kind("tokenless", new Idempotency.None(), random));
    kinds.add(kind("named", new Idempotency.NaturalName(), random));
    if (random.nextInt(4) == 0) {
      kinds.add(kind("forgetful", new Idempotency.Token(Duration.ofMinutes(1)), random));
    }
    var wishes = new ArrayList<Wish>();
    int seconds = 0;
    var desired = Desired.PRESENT;
    for (int i = 0, count = random.nextInt(1, 5); i < count; i++) {
      wishes.add(new Wish(Duration.ofSeconds(seconds), desired));
      desired = desired == Desired.PRESENT ? Desired.ABSENT : Desired.PRESENT;
      seconds += random.nextBoolean() ? random.nextInt(1, 20) : random.nextInt(1, 400);
    }
    var history =
        new History(place, kinds, wishes, Chaos.random(random), mutant, random.nextBoolean());
    if (random.nextInt(10) == 0) {
      history.withForeign(kinds.get(2));
    }
    if (random.nextInt(5) == 0) {
      var victim = kinds.get(random.nextInt(kinds.size()));
      history.removedByHand(victim, Duration.ofSeconds(random.nextInt(1, 400)));
    }
    return history;
  }

  private static Kind kind(String name, Idempotency idempotency, Random random) {
    return new Kind(
        name,
        idempotency,
        Duration.ofSeconds(random.nextInt(2) * random.nextInt(30)),
        Duration.ofSeconds(random.nextInt(2) * random.nextInt(5)),
        Duration.ofSeconds(random.nextInt(2) * random.nextInt(60)),
        random.nextInt(4) == 0);
  }
}
