package onair.awslocal.mediaconnect;

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
 * Random calls, refusals of the media plane, passing of time and restarts at any moment: in
 * whatever order, every call is answered as AWS would, and a flow is carried, shown and told of as
 * it should be.
 */
class FlowHistoryTest {

  private static final List<String> NAMES = List.of("a", "b");
  private static final int PORTS = 6;

  @TempDir Path folder;

  private int worlds;

  @Test
  void flowsGoThroughTheirStatesAsAwsSays() throws Exception {
    new Histories<>(() -> new FlowWorld(folder.resolve(String.valueOf(worlds++))))
        .sometimes(24, random -> time(Duration.ofMillis(random.nextInt(900))))
        .sometimes(3, random -> new Step<>("restart the process", FlowWorld::restart))
        .sometimes(3, random -> new Step<>("media is refused next", FlowWorld::refuseNext))
        .sometimes(8, ported("create flow %d with source %3$d", (w, f, n, p) -> w.create(f, p)))
        .sometimes(9, named("start flow %d", (w, f, n) -> w.start(f)))
        .sometimes(6, named("stop flow %d", (w, f, n) -> w.stop(f)))
        .sometimes(3, named("delete flow %d", (w, f, n) -> w.delete(f)))
        .sometimes(4, FlowHistoryTest::failover)
        .sometimes(4, ported("add source %2$s (%3$d) to flow %1$d", FlowWorld::addSource))
        .sometimes(3, named("remove source %2$s of flow %1$d", FlowWorld::removeSource))
        .sometimes(5, ported("add output %2$s (%3$d) to flow %1$d", FlowWorld::addOutput))
        .sometimes(3, ported("move output %2$s of flow %1$d to %3$d", FlowWorld::moveOutput))
        .sometimes(3, named("remove output %2$s of flow %1$d", FlowWorld::removeOutput))
        .sometimes(3, named("grant %2$s of flow %1$d", FlowWorld::grant))
        .sometimes(2, named("revoke %2$s of flow %1$d", FlowWorld::revoke))
        .sometimes(3, named("MediaLive takes flow %d to %s", (w, f, n) -> w.manage(f, n, true)))
        .sometimes(2, named("MediaLive leaves flow %d with %s", (w, f, n) -> w.manage(f, n, false)))
        .sometimes(2, named("tag flow %d with %s", (w, f, n) -> w.tag(f, "k", n)))
        .sometimes(1, named("untag flow %d", (w, f, n) -> w.tag(f, "k", null)))
        .run(30, 60);
  }

  private interface Named {
    void on(FlowWorld world, int flow, String name);
  }

  private interface Ported {
    void on(FlowWorld world, int flow, String name, int port);
  }

  private static Function<Random, Step<FlowWorld>> named(String text, Named act) {
    return ported(text, (world, flow, name, port) -> act.on(world, flow, name));
  }

  private static Function<Random, Step<FlowWorld>> ported(String text, Ported act) {
    return random -> {
      int flow = random.nextInt(2);
      String name = NAMES.get(random.nextInt(NAMES.size()));
      int port = random.nextInt(PORTS);
      return new Step<>(text.formatted(flow, name, port), world -> act.on(world, flow, name, port));
    };
  }

  private static Step<FlowWorld> time(Duration time) {
    return new Step<>("let " + time + " pass", world -> world.pass(time));
  }

  private static Step<FlowWorld> failover(Random random) {
    int flow = random.nextInt(2);
    boolean enabled = random.nextInt(3) > 0;
    return new Step<>(
        "failover of flow %d: %s".formatted(flow, enabled), world -> world.failover(flow, enabled));
  }
}
