package onair.channel.live;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;

/**
 * The sweeper among random lives of channels, with its shortest grace: whatever is lost, late,
 * stale or cut off, it takes nothing that a channel has, has had or is about to take in.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SweptLivesIT {

  private static final int LIVES = Integer.getInteger("onair.sweep.lives", 100);
  private static final int FIRST_SEED = Integer.getInteger("onair.seed", 500_000);

  private PlayedWorlds worlds;

  @BeforeAll
  void begin() {
    worlds = new PlayedWorlds(1);
    root().setLevel(Level.OFF);
  }

  @AfterAll
  void end() {
    root().setLevel(Level.INFO);
    worlds.close();
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  }

  @Test
  void theSweeperTakesNothingThatIsSomebodys() {
    var sweeps = new ArrayList<Long>();

    List<String> wrong =
        worlds.play(
            LIVES,
            number ->
                world -> {
                  int seed = FIRST_SEED + number;
                  world.swept();
                  var history = new ChannelHistory(world, RandomLife.protocol(seed));
                  List<String> found = history.random(seed);
                  sweeps.add(sweeps(world));
                  return Stream.concat(found.stream(), condemned(world).stream()).toList();
                });

    assertThat(wrong).as("from %d on; replay one with -Donair.seed=", FIRST_SEED).isEmpty();
    assertThat(sweeps).as("AWS was swept in every life").doesNotContain(0L);
  }

  /** How often a sweep has begun. */
  private static long sweeps(PlayedWorld world) {
    return world
        .jdbc
        .sql("select coalesce(max(fence), 0) from reconcile_lease where owner = 'sweep'")
        .query(Long.class)
        .single();
  }

  private static List<String> condemned(PlayedWorld world) {
    return world
        .jdbc
        .sql(
            """
            select 'the sweeper took ' || kind || ' ' || physical_id || ' of ' || resource
            from orphan where status in ('removing', 'removed')
            """)
        .query(String.class)
        .list();
  }
}
