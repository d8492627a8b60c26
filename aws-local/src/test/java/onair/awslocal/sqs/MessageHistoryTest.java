package onair.awslocal.sqs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import onair.awslocal.model.Histories;
import onair.awslocal.model.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageHistoryTest {

  @TempDir Path folder;
  private int worlds;

  @Test
  void noMessageIsLostOrHadTwiceAtATimeWhateverReceiversDo() throws Exception {
    new Histories<>(() -> new MessageWorld(folder.resolve(String.valueOf(worlds++))))
        .sometimes(1, random -> new Step<>("restart the process", MessageWorld::restart))
        .sometimes(6, MessageHistoryTest::pass)
        .sometimes(5, MessageHistoryTest::send)
        .sometimes(6, random -> receive(random.nextInt(4) == 0))
        .sometimes(3, MessageHistoryTest::delete)
        .sometimes(4, MessageHistoryTest::changeVisibility)
        .run(12, 60);
  }

  private static Step<MessageWorld> pass(Random random) {
    Duration time = Duration.ofSeconds(1 + random.nextInt(40));
    return new Step<>("let " + time + " pass", world -> world.pass(time));
  }

  private static Step<MessageWorld> send(Random random) {
    String body = body(random);
    int delay = random.nextInt(3) == 0 ? random.nextInt(30) : 0;
    return new Step<>(
        "send %s after %d s".formatted(body, delay), world -> world.send(body, delay));
  }

  private static Step<MessageWorld> receive(boolean dead) {
    return new Step<>(
        "receive " + (dead ? "dead letters" : "messages"), world -> world.receive(dead));
  }

  private static Step<MessageWorld> delete(Random random) {
    String body = body(random);
    boolean late = random.nextInt(3) == 0;
    return new Step<>(
        "delete " + body + (late ? ", too late" : ""), world -> world.delete(body, late));
  }

  private static Step<MessageWorld> changeVisibility(Random random) {
    String body = body(random);
    boolean late = random.nextInt(4) == 0;
    int seconds = random.nextInt(3) == 0 ? 0 : random.nextInt(60);
    return new Step<>(
        "hide %s for %d s%s".formatted(body, seconds, late ? ", too late" : ""),
        world -> world.changeVisibility(body, late, seconds));
  }

  private static String body(Random random) {
    return "m" + random.nextInt(6);
  }
}
