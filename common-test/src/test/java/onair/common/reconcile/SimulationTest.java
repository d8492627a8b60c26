package onair.common.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onair.common.reconcile.FakeCloud.Fault;
import onair.common.reconcile.History.Place;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.slf4j.LoggerFactory;

/** The real protocol against a cloud with bad habits: no orphan, no double, nothing stuck, ever. */
class SimulationTest {
  private static final int SEEDS = Integer.getInteger("onair.reconcile.seeds", 20_000);
  private static final long FIRST_SEED = Long.getLong("onair.reconcile.seed", 0);

  /** Of the pairs of deaths one in so many is played; 1 plays all 24,000. */
  private static final int STRIDE = Integer.getInteger("onair.reconcile.stride", 9);

  /** Each adoption is a line in the log, and here there are hundreds of thousands. */
  @BeforeAll
  static void quiet() {
    logger().setLevel(Level.ERROR);
  }

  @AfterAll
  static void loud() {
    logger().setLevel(null);
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(ResourceRun.class);
  }

  @Test
  void leavesNothingBehindInAnyRandomHistory() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
      var violations = random(seed, Mutant.NONE);
      assertThat(violations)
          .as("seed %d; replay it with -Donair.reconcile.seed=%d", seed, seed)
          .isEmpty();
    }
  }

  @Test
  void leavesNothingBehindWhereverTheProcessDies() {
    int points = calm().points();
    for (int death = 0; death < points; death++) {
      assertThat(planned(Set.of(death), Map.of())).as("death at %d of %d", death, points).isEmpty();
    }
  }

  @Test
  void leavesNothingBehindWhereverTheProcessDiesTwice() {
    int points = calm().points();
    for (int first = 0; first < points; first++) {
      for (int second = first + 1; second < points; second++) {
        if ((first + second) % STRIDE == 0) {
          assertThat(planned(Set.of(first, second), Map.of()))
              .as("deaths at %d and %d", first, second)
              .isEmpty();
        }
      }
    }
  }

  @Test
  void leavesNothingBehindWhicheverCallFailsAndWhereverTheProcessDies() {
    var calm = calm();
    for (int call = 0; call < calm.calls(); call++) {
      for (var fault : EnumSet.complementOf(EnumSet.of(Fault.NOTHING))) {
        for (int death = (call + fault.ordinal()) % STRIDE; death < calm.points(); ) {
          assertThat(planned(Set.of(death), Map.of(call, fault)))
              .as("call %d %s, death at %d", call, fault, death)
              .isEmpty();
          death += STRIDE * 2;
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void catches(Mutant mutant) {
    long seed = FIRST_SEED;
    while (random(seed, mutant).isEmpty()) {
      assertThat(++seed).as("%s survives", mutant).isLessThan(FIRST_SEED + SEEDS);
    }
  }

  private static List<String> random(long seed, Mutant mutant) {
    return Histories.random(Place.memory(), seed, mutant).live();
  }

  private static History calm() {
    var history = Histories.planned(Place.memory(), Set.of(), Map.of());
    assertThat(history.live()).isEmpty();
    return history;
  }

  private static List<String> planned(Set<Integer> deaths, Map<Integer, Fault> faults) {
    return Histories.planned(Place.memory(), deaths, faults).live();
  }
}
