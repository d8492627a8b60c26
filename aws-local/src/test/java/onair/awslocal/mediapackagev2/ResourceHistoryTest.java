package onair.awslocal.mediapackagev2;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import onair.awslocal.model.Histories;
import onair.awslocal.model.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random calls, passing of time and restarts at any moment: in whatever order, every call is
 * answered as AWS would, tokens, versions and names hold, and the origin has what it should.
 */
class ResourceHistoryTest {

  private static final List<String> NAMES = List.of("a", "a", "a", "b");
  private static final List<String> TOKENS = List.of("t1", "t2", "t3", "t4", "t5");
  private static final List<String> VERSIONS = List.of("none", "current", "former");

  @TempDir Path folder;

  private int worlds;

  @Test
  void groupsChannelsEndpointsAndHarvestsStayAndGoAsAwsSays() throws Exception {
    new Histories<>(() -> new HistoryWorld(folder.resolve(String.valueOf(worlds++))))
        .sometimes(8, random -> time(Duration.ofMillis(random.nextInt(9000))))
        .sometimes(2, random -> new Step<>("restart the process", HistoryWorld::restart))
        .sometimes(2, ResourceHistoryTest::content)
        .sometimes(20, ResourceHistoryTest::create)
        .sometimes(9, ResourceHistoryTest::update)
        .sometimes(6, deep(1, 3, "delete %s", HistoryWorld::delete))
        .sometimes(3, deep(2, 3, "reset %s", HistoryWorld::reset))
        .sometimes(3, deep(2, 3, "put the policy of %s", (w, path) -> w.policy(path, true)))
        .sometimes(2, deep(2, 3, "delete the policy of %s", (w, path) -> w.policy(path, false)))
        .sometimes(3, ResourceHistoryTest::cancel)
        .run(20, 80);
  }

  private interface OnPath {
    void on(HistoryWorld world, String path);
  }

  private static Function<Random, Step<HistoryWorld>> deep(
      int from, int to, String text, OnPath act) {
    return random -> {
      String path = path(random, from, to);
      return new Step<>(text.formatted(path), world -> act.on(world, path));
    };
  }

  private static String path(Random random, int from, int to) {
    int depth = random.nextInt(from, to + 1);
    StringBuilder path = new StringBuilder(pick(random, NAMES));
    for (int i = 1; i < depth; i++) {
      path.append('/').append(pick(random, NAMES));
    }
    return path.toString();
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static Step<HistoryWorld> time(Duration time) {
    return new Step<>("let " + time + " pass", world -> world.pass(time));
  }

  private static Step<HistoryWorld> content(Random random) {
    boolean there = random.nextBoolean();
    return new Step<>("the origin has content: " + there, world -> world.content(there));
  }

  private static Step<HistoryWorld> create(Random random) {
    String path = path(random, 1, 4);
    String description = random.nextInt(4) == 0 ? "other" : "one";
    String token = pick(random, TOKENS);
    return new Step<>(
        "create %s, %s, with token %s".formatted(path, description, token),
        world -> world.create(path, description, token));
  }

  private static Step<HistoryWorld> update(Random random) {
    String path = path(random, 1, 3);
    String description = "version " + random.nextInt(3);
    String version = pick(random, VERSIONS);
    return new Step<>(
        "update %s to %s for version %s".formatted(path, description, version),
        world -> world.update(path, description, version));
  }

  private static Step<HistoryWorld> cancel(Random random) {
    String path = path(random, 4, 4);
    String version = pick(random, VERSIONS);
    return new Step<>(
        "cancel %s for version %s".formatted(path, version), world -> world.cancel(path, version));
  }
}
