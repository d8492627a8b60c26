package onair.channel.live;

import java.time.Duration;
import java.util.Random;
import java.util.Set;

/** What becomes of a process at each point it passes. */
interface Mishaps {

  /** The process dies here. */
  Duration DEATH = Duration.ofSeconds(-1);

  /** How long the process stands still at this point, or {@link #DEATH}. */
  Duration pause(String point);

  /** The next commit: 0 done, 1 not done, 2 done and not learned. */
  int commit();

  static Mishaps none() {
    return deaths(Set.of());
  }

  /**
   * Deaths and nothing else.
   *
   * @param points their numbers, from 0
   */
  static Mishaps deaths(Set<Integer> points) {
    return new Mishaps() {
      private int passed;

      @Override
      public Duration pause(String point) {
        return points.contains(passed++) ? DEATH : Duration.ZERO;
      }

      @Override
      public int commit() {
        return 0;
      }
    };
  }

  /** Stands still once, at the first point of that name. */
  static Mishaps stop(String where, Duration pause) {
    return new Mishaps() {
      private boolean stopped;

      @Override
      public Duration pause(String point) {
        if (stopped || !point.equals(where)) {
          return Duration.ZERO;
        }
        stopped = true;
        return pause;
      }

      @Override
      public int commit() {
        return 0;
      }
    };
  }

  /** About three deaths, a long stop or two, and a lost commit in the life of a channel. */
  static Mishaps random(Random random) {
    int deaths = random.nextInt(8);
    int stops = random.nextInt(6);
    int commits = random.nextInt(12);
    return new Mishaps() {
      @Override
      public Duration pause(String point) {
        int dice = random.nextInt(1000);
        if (dice < deaths) {
          return DEATH;
        }
        return dice < deaths + stops
            ? Duration.ofMillis(random.nextInt(1, 150_000))
            : Duration.ZERO;
      }

      @Override
      public int commit() {
        int dice = random.nextInt(1000);
        return dice < commits ? 1 : dice < 2 * commits ? 2 : 0;
      }
    };
  }
}
