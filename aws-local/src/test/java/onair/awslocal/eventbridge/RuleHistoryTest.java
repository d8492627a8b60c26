package onair.awslocal.eventbridge;

import java.nio.file.Path;
import java.util.Random;
import java.util.function.BiConsumer;
import onair.awslocal.model.Histories;
import onair.awslocal.model.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleHistoryTest {

  @TempDir Path folder;
  private int worlds;

  @Test
  void busesRulesAndTargetsHoldEachOtherAndEventsReachWhatIsOn() throws Exception {
    new Histories<>(() -> new RuleWorld(folder.resolve(String.valueOf(worlds++))))
        .sometimes(1, random -> new Step<>("restart the process", RuleWorld::restart))
        .sometimes(3, random -> bus(random, "create", RuleWorld::createBus))
        .sometimes(2, random -> bus(random, "delete", RuleWorld::deleteBus))
        .sometimes(6, random -> bus(random, "put an event on", RuleWorld::putEvent))
        .sometimes(5, random -> rule(random, "put", RuleWorld::putRule))
        .sometimes(3, random -> rule(random, "turn", RuleWorld::turn))
        .sometimes(3, RuleHistoryTest::deleteRule)
        .sometimes(6, random -> target(random, "put", RuleWorld::putTarget))
        .sometimes(3, random -> target(random, "remove", RuleWorld::removeTarget))
        .run(15, 60);
  }

  private static Step<RuleWorld> bus(
      Random random, String verb, BiConsumer<RuleWorld, String> act) {
    String bus = bus(random);
    return new Step<>(verb + " bus " + bus, world -> act.accept(world, bus));
  }

  private interface OnRule {
    void on(RuleWorld world, String bus, String rule, boolean on);
  }

  private static Step<RuleWorld> rule(Random random, String verb, OnRule act) {
    String bus = bus(random);
    String rule = "r" + random.nextInt(2);
    boolean on = random.nextInt(3) > 0;
    return new Step<>(
        "%s rule %s of %s, on: %s".formatted(verb, rule, bus, on),
        world -> act.on(world, bus, rule, on));
  }

  private static Step<RuleWorld> deleteRule(Random random) {
    String bus = bus(random);
    String rule = "r" + random.nextInt(2);
    return new Step<>(
        "delete rule %s of %s".formatted(rule, bus), world -> world.deleteRule(bus, rule));
  }

  private interface OnTarget {
    void on(RuleWorld world, String bus, String rule, String id);
  }

  private static Step<RuleWorld> target(Random random, String verb, OnTarget act) {
    String bus = bus(random);
    String rule = "r" + random.nextInt(2);
    String id = "t" + random.nextInt(3);
    return new Step<>(
        "%s target %s of %s of %s".formatted(verb, id, rule, bus),
        world -> act.on(world, bus, rule, id));
  }

  private static String bus(Random random) {
    return random.nextBoolean() ? "default" : "own";
  }
}
