package onair.awslocal.mediatailor;

import java.nio.file.Path;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Function;
import onair.awslocal.model.Histories;
import onair.awslocal.model.Step;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssemblyHistoryTest {

  @TempDir static Path folder;
  private static Tailor tailor;
  private int worlds;

  @BeforeAll
  static void open() throws Exception {
    tailor = Tailor.in(folder.resolve("tailor"));
  }

  @AfterAll
  static void close() throws Exception {
    tailor.close();
  }

  @Test
  void locationsSourcesChannelsAndProgramsHoldEachOtherAsMediaTailorSays() throws Exception {
    new Histories<>(
            () -> new AssemblyWorld(folder.resolve(String.valueOf(worlds++)), tailor.transcoder))
        .sometimes(1, random -> new Step<>("restart the process", AssemblyWorld::restart))
        .sometimes(6, location("create", AssemblyWorld::createLocation))
        .sometimes(2, location("delete", AssemblyWorld::deleteLocation))
        .sometimes(9, source("create", AssemblyWorld::createSource))
        .sometimes(3, source("delete", AssemblyWorld::deleteSource))
        .sometimes(5, AssemblyHistoryTest::createChannel)
        .sometimes(5, AssemblyHistoryTest::turn)
        .sometimes(2, AssemblyHistoryTest::deleteChannel)
        .sometimes(12, AssemblyHistoryTest::createProgram)
        .sometimes(4, AssemblyHistoryTest::deleteProgram)
        .run(15, 80);
  }

  private static Function<Random, Step<AssemblyWorld>> location(
      String verb, BiConsumer<AssemblyWorld, String> act) {
    return random -> {
      String name = "l" + random.nextInt(2);
      return new Step<>(verb + " location " + name, world -> act.accept(world, name));
    };
  }

  private interface OnSource {
    void on(AssemblyWorld world, String location, String name);
  }

  private static Function<Random, Step<AssemblyWorld>> source(String verb, OnSource act) {
    return random -> {
      String location = "l" + random.nextInt(2);
      String name = "v" + random.nextInt(2);
      return new Step<>(
          verb + " source " + location + "/" + name, world -> act.on(world, location, name));
    };
  }

  private static Step<AssemblyWorld> createChannel(Random random) {
    boolean linear = random.nextBoolean();
    return new Step<>("create channel, linear: " + linear, world -> world.createChannel(linear));
  }

  private static Step<AssemblyWorld> turn(Random random) {
    String channel = channel(random);
    boolean on = random.nextBoolean();
    return new Step<>((on ? "start " : "stop ") + channel, world -> world.turn(channel, on));
  }

  private static Step<AssemblyWorld> deleteChannel(Random random) {
    String channel = channel(random);
    return new Step<>("delete channel " + channel, world -> world.deleteChannel(channel));
  }

  private static Step<AssemblyWorld> createProgram(Random random) {
    String channel = channel(random);
    String name = program(random);
    String source = "l" + random.nextInt(2) + "/v" + random.nextInt(2);
    boolean before = random.nextBoolean();
    String neighbour = random.nextInt(3) == 0 ? program(random) : null;
    return new Step<>(
        "program %s of %s on %s, %s %s"
            .formatted(name, source, channel, before ? "before" : "after", neighbour),
        world -> world.createProgram(channel, name, source, before, neighbour));
  }

  private static Step<AssemblyWorld> deleteProgram(Random random) {
    String channel = channel(random);
    String name = program(random);
    return new Step<>(
        "delete program " + name + " of " + channel, world -> world.deleteProgram(channel, name));
  }

  private static String channel(Random random) {
    return random.nextBoolean() ? "linear" : "loop";
  }

  private static String program(Random random) {
    return "p" + random.nextInt(4);
  }
}
