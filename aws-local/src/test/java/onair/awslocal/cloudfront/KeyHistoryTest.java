package onair.awslocal.cloudfront;

import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import onair.awslocal.model.Histories;
import onair.awslocal.model.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyHistoryTest {

  @TempDir Path folder;
  private int worlds;

  @Test
  void keysGroupsAndPoliciesHoldEachOtherAndChangeByVersionOnly() throws Exception {
    String pem = pem();
    new Histories<>(() -> new KeyWorld(folder.resolve(String.valueOf(worlds++)), pem))
        .sometimes(1, random -> new Step<>("restart the process", KeyWorld::restart))
        .sometimes(4, random -> named(random, "k", "create key", KeyWorld::createKey))
        .sometimes(3, random -> perhapsStale(random, "k", "delete key", KeyWorld::deleteKey))
        .sometimes(4, KeyHistoryTest::createGroup)
        .sometimes(4, KeyHistoryTest::updateGroup)
        .sometimes(3, random -> perhapsStale(random, "g", "delete group", KeyWorld::deleteGroup))
        .sometimes(2, random -> new Step<>("create the policy", KeyWorld::createPolicy))
        .sometimes(2, KeyHistoryTest::deletePolicy)
        .sometimes(4, KeyHistoryTest::deploy)
        .run(8, 50);
  }

  private static String pem() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getEncoder().encodeToString(generator.generateKeyPair().getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----";
  }

  private static Step<KeyWorld> named(
      Random random, String kind, String verb, BiConsumer<KeyWorld, String> act) {
    String name = kind + random.nextInt(2);
    return new Step<>(verb + " " + name, world -> act.accept(world, name));
  }

  private interface OnVersion {
    void on(KeyWorld world, String name, boolean stale);
  }

  private static Step<KeyWorld> perhapsStale(
      Random random, String kind, String verb, OnVersion act) {
    String name = kind + random.nextInt(2);
    boolean stale = random.nextInt(3) == 0;
    return new Step<>(
        verb + " " + name + (stale ? " by an old version" : ""),
        world -> act.on(world, name, stale));
  }

  private static Step<KeyWorld> createGroup(Random random) {
    String name = "g" + random.nextInt(2);
    List<String> members = members(random);
    return new Step<>(
        "create group " + name + " of " + members, world -> world.createGroup(name, members));
  }

  private static Step<KeyWorld> updateGroup(Random random) {
    String name = "g" + random.nextInt(2);
    List<String> members = members(random);
    boolean stale = random.nextInt(3) == 0;
    return new Step<>(
        "make %s of %s%s".formatted(name, members, stale ? " by an old version" : ""),
        world -> world.updateGroup(name, members, stale));
  }

  private static Step<KeyWorld> deletePolicy(Random random) {
    boolean stale = random.nextInt(3) == 0;
    return new Step<>(
        "delete the policy" + (stale ? " by an old version" : ""),
        world -> world.deletePolicy(stale));
  }

  private static Step<KeyWorld> deploy(Random random) {
    String group = "g" + random.nextInt(2);
    boolean withPolicy = random.nextBoolean();
    return new Step<>(
        "trust %s%s".formatted(group, withPolicy ? " and use the policy" : ""),
        world -> world.deploy(group, withPolicy));
  }

  private static List<String> members(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> List.of("k0");
      case 1 -> List.of("k1");
      default -> List.of("k0", "k1");
    };
  }
}
