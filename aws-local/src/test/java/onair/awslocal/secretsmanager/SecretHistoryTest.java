package onair.awslocal.secretsmanager;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.function.BiConsumer;
import onair.awslocal.model.Histories;
import onair.awslocal.model.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretHistoryTest {

  @TempDir Path folder;
  private int worlds;

  @Test
  void versionsStagesAndDeletionsAreAsSecretsManagerSays() throws Exception {
    new Histories<>(() -> new SecretWorld(folder.resolve(String.valueOf(worlds++))))
        .sometimes(1, random -> new Step<>("restart the process", SecretWorld::restart))
        .sometimes(3, SecretHistoryTest::pass)
        .sometimes(4, random -> call(random, "create", SecretWorld::create))
        .sometimes(8, random -> call(random, "put", SecretWorld::put))
        .sometimes(4, SecretHistoryTest::move)
        .sometimes(2, SecretHistoryTest::delete)
        .sometimes(2, random -> named(random, "restore", SecretWorld::restore))
        .sometimes(1, random -> named(random, "forget", SecretWorld::deleteForGood))
        .run(20, 50);
  }

  private interface OnValue {
    void on(SecretWorld world, String name, int token, String value);
  }

  private static Step<SecretWorld> call(Random random, String verb, OnValue act) {
    String name = name(random);
    int token = random.nextInt(5);
    String value = "v" + (random.nextInt(5) == 0 ? random.nextInt(5) : token);
    return new Step<>(
        "%s %s as %s by token %d".formatted(verb, name, value, token),
        world -> act.on(world, name, token, value));
  }

  private static Step<SecretWorld> named(
      Random random, String verb, BiConsumer<SecretWorld, String> act) {
    String name = name(random);
    return new Step<>(verb + " " + name, world -> act.accept(world, name));
  }

  private static Step<SecretWorld> pass(Random random) {
    Duration time = Duration.ofDays(1 + random.nextInt(6));
    return new Step<>("let " + time + " pass", world -> world.pass(time));
  }

  private static Step<SecretWorld> move(Random random) {
    String name = name(random);
    int token = random.nextInt(5);
    boolean named = random.nextInt(3) > 0;
    return new Step<>(
        "make %d current in %s, naming the one before: %s".formatted(token, name, named),
        world -> world.move(name, token, named));
  }

  private static Step<SecretWorld> delete(Random random) {
    String name = name(random);
    long days = 7 + random.nextInt(5);
    return new Step<>(
        "delete %s in %d days".formatted(name, days), world -> world.delete(name, days));
  }

  private static String name(Random random) {
    return "s" + random.nextInt(2);
  }
}
