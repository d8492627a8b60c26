package onair.awslocal.mediastore;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.function.BiConsumer;
import onair.awslocal.model.Histories;
import onair.awslocal.model.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerHistoryTest {

  @TempDir Path folder;
  private int worlds;

  @Test
  void containersGoThroughTheirStatesAndAreDeletedOnlyWhenEmpty() throws Exception {
    new Histories<>(() -> new ContainerWorld(folder.resolve(String.valueOf(worlds++))))
        .sometimes(1, random -> new Step<>("restart the process", ContainerWorld::restart))
        .sometimes(8, ContainerHistoryTest::pass)
        .sometimes(4, random -> named(random, "create", ContainerWorld::create))
        .sometimes(4, random -> named(random, "delete", ContainerWorld::delete))
        .sometimes(2, random -> named(random, "put policy of", ContainerWorld::putPolicy))
        .sometimes(1, random -> named(random, "delete policy of", ContainerWorld::deletePolicy))
        .sometimes(3, ContainerHistoryTest::fill)
        .run(15, 60);
  }

  private static Step<ContainerWorld> pass(Random random) {
    Duration time = Duration.ofMillis(50 + random.nextInt(500));
    return new Step<>("let " + time + " pass", world -> world.pass(time));
  }

  private static Step<ContainerWorld> named(
      Random random, String verb, BiConsumer<ContainerWorld, String> act) {
    String name = "c" + random.nextInt(2);
    return new Step<>(verb + " " + name, world -> act.accept(world, name));
  }

  private static Step<ContainerWorld> fill(Random random) {
    String name = "c" + random.nextInt(2);
    boolean full = random.nextInt(3) == 0;
    return new Step<>((full ? "fill " : "empty ") + name, world -> world.fill(name, full));
  }
}
