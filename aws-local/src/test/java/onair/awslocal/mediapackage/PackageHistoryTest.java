package onair.awslocal.mediapackage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import onair.awslocal.model.Histories;
import onair.awslocal.model.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random calls and restarts: in whatever order, every call is answered as AWS would. */
class PackageHistoryTest {

  private static final List<String> IDS = List.of("a", "b");
  private static final List<String> KINDS = List.of(PackageWorld.HLS, PackageWorld.DASH);

  @TempDir Path folder;

  private int worlds;

  @Test
  void channelsAndEndpointsStayAndGoAsAwsSays() throws Exception {
    new Histories<>(() -> new PackageWorld(folder.resolve(String.valueOf(worlds++))))
        .sometimes(2, random -> new Step<>("restart the process", PackageWorld::restart))
        .sometimes(5, random -> time(Duration.ofMillis(random.nextInt(9000))))
        .sometimes(2, step("there is content: %s", (w, id, o) -> w.content(id.equals("a"))))
        .sometimes(4, step("harvest %s of endpoint %s", PackageWorld::harvest))
        .sometimes(6, step("create channel %s", (w, id, o) -> w.createChannel(id, o)))
        .sometimes(2, step("update channel %s", (w, id, o) -> w.updateChannel(id, o)))
        .sometimes(2, step("rotate credentials of channel %s", (w, id, o) -> w.rotate(id)))
        .sometimes(4, step("delete channel %s", (w, id, o) -> w.deleteChannel(id)))
        .sometimes(6, PackageHistoryTest::createEndpoint)
        .sometimes(4, PackageHistoryTest::updateEndpoint)
        .sometimes(4, step("delete endpoint %s", (w, id, o) -> w.deleteEndpoint(id)))
        .sometimes(2, step("tag channel %s with %s", (w, id, o) -> w.tag(id, "k", o)))
        .sometimes(1, step("untag channel %s", (w, id, o) -> w.tag(id, "k", null)))
        .run(20, 60);
  }

  private static Step<PackageWorld> time(Duration time) {
    return new Step<>("let " + time + " pass", world -> world.pass(time));
  }

  private interface Act {
    void on(PackageWorld world, String id, String other);
  }

  private static Function<Random, Step<PackageWorld>> step(String text, Act act) {
    return random -> {
      String id = IDS.get(random.nextInt(IDS.size()));
      String other = IDS.get(random.nextInt(IDS.size()));
      return new Step<>(text.formatted(id, other), world -> act.on(world, id, other));
    };
  }

  private static Step<PackageWorld> createEndpoint(Random random) {
    String id = IDS.get(random.nextInt(IDS.size()));
    String channel = IDS.get(random.nextInt(IDS.size()));
    String kind = KINDS.get(random.nextInt(KINDS.size()));
    return new Step<>(
        "create %s endpoint %s of channel %s".formatted(kind, id, channel),
        world -> world.createEndpoint(id, channel, kind));
  }

  private static Step<PackageWorld> updateEndpoint(Random random) {
    String id = IDS.get(random.nextInt(IDS.size()));
    String kind = KINDS.get(random.nextInt(KINDS.size()));
    int seconds = 2 + random.nextInt(4);
    return new Step<>(
        "update endpoint %s as %s of %d s".formatted(id, kind, seconds),
        world -> world.updateEndpoint(id, kind, seconds));
  }
}
