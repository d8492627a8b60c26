package onair.common.reconcile;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import onair.common.reconcile.FakeCloud.Fault;

/** What goes wrong in a history, and when. */
interface Chaos {

  /** The next call to the cloud. */
  Fault fault(boolean create);

  /** How long the process stands still at this point; negative when it dies. */
  Duration pause();

  /** Whether the next commit fails: 0 no, 1 before, 2 its success is not learned. */
  int commit();

  /** Where between now (0) and the last possible moment (1) a late effect comes. */
  double lateness();

  /** The process dies here. */
  Duration DEATH = Duration.ofSeconds(-1);

  /** Everything at once, from a seed. */
  static Chaos random(RandomGenerator random) {
    return new Chaos() {
      @Override
      public Fault fault(boolean create) {
        if (random.nextInt(100) < 75) {
          return Fault.NOTHING;
        }
        var faults = Fault.values();
        return faults[1 + random.nextInt(faults.length - 1)];
      }

      @Override
      public Duration pause() {
        int dice = random.nextInt(1000);
        if (dice < 25) {
          return DEATH;
        }
        if (dice < 45) {
          return Duration.ofSeconds(random.nextInt(1, 240));
        }
        return Duration.ZERO;
      }

      @Override
      public int commit() {
        int dice = random.nextInt(100);
        return dice < 2 ? 1 : dice < 4 ? 2 : 0;
      }

      @Override
      public double lateness() {
        return random.nextInt(3) == 0 ? 1 : random.nextDouble();
      }
    };
  }

  /**
   * Only what is listed.
   *
   * @param deaths numbers of the points, counted from 0, at which the process dies
   * @param faults by number of the call, counted from 0
   */
  static Chaos planned(Set<Integer> deaths, Map<Integer, Fault> faults) {
    return new Chaos() {
      private int points;
      private int calls;

      @Override
      public Fault fault(boolean create) {
        return faults.getOrDefault(calls++, Fault.NOTHING);
      }

      @Override
      public Duration pause() {
        return deaths.contains(points++) ? DEATH : Duration.ZERO;
      }

      @Override
      public int commit() {
        return 0;
      }

      @Override
      public double lateness() {
        return 1;
      }
    };
  }
}
