package onair.common.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import onair.common.reconcile.History.Place;
import onair.test.PostgresDatabase;
import onair.test.WithPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The histories of {@link SimulationTest} with rows and leases in PostgreSQL. */
@WithPostgres
class PostgresHistoryIT {
  private static final int SEEDS = Integer.getInteger("onair.reconcile.postgres-seeds", 100);
  private static final long FIRST_SEED = Long.getLong("onair.reconcile.seed", 0);

  private final Node node;
  private int owners;

  PostgresHistoryIT(PostgresDatabase database) {
    Node.migrate(database);
    node = new Node(database, InstantSource.system());
  }

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
  void leavesNothingBehindWhereverTheProcessDies() {
    var calm = Histories.planned(place(), Set.of(), Map.of());
    assertThat(calm.live()).isEmpty();
    for (int death = 0; death < calm.points(); death++) {
      assertThat(Histories.planned(place(), Set.of(death), Map.of()).live())
          .as("death at %d of %d", death, calm.points())
          .isEmpty();
    }
  }

  @Test
  void leavesNothingBehindInRandomHistories() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
      assertThat(Histories.random(place(), seed, Mutant.NONE).live())
          .as("seed %d; replay it with -Donair.reconcile.seed=%d", seed, seed)
          .isEmpty();
    }
  }

  private Place place() {
    return new Place("ch_" + ++owners, node.store, node.leases);
  }
}
