package onair.awslocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.medialive.model.ChannelState;

/** A snapshot that is taken, and gone back to, in the middle of everything. */
class SnapshotIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int CALLS = 60;

  private final long seed = Long.getLong("storm.seed", System.nanoTime());

  @TempDir Path folder;

  @Test
  void isOfOneMomentHoldsUpNoBroadcastAndBringsItBack() throws Exception {
    try (AwsLocal aws = AwsLocal.start(AwsLocalConfig.forTests(folder));
        Broadcast broadcast = new Broadcast(aws);
        StormKinds kinds = new StormKinds(aws.endpoint())) {
      Door door = new Door(aws.endpoint());
      broadcast.create();
      broadcast.start();
      await().atMost(PATIENCE).until(() -> broadcast.state() == ChannelState.RUNNING);
      Process publisher = broadcast.publish();
      awaitPicture(aws, broadcast);

      door.post("/clock/freeze");
      awaitNews(aws, broadcast);

      List<StormActor> actors =
          kinds.all().entrySet().stream()
              .map(kind -> new StormActor(kind.getKey(), kind.getValue(), seed))
              .toList();
      Storm storm = Storm.of(actors);
      awaitCalls(storm, CALLS);
      List<Integer> before = storm.answered();
      assertThat(door.post("/snapshots", "{\"name\": \"storm\"}").status()).isEqualTo(201);
      List<Integer> after = storm.answered();
      awaitCalls(storm, 2 * CALLS);
      storm.end();
      storm.await();
      assertThat(Storm.refusals(actors)).as("seed %d", seed).isEmpty();
      assertThat(publisher.isAlive()).isTrue();
      awaitPicture(aws, broadcast);

      String channel = broadcast.channelId();
      assertThat(door.post("/reset").status()).isEqualTo(200);
      assertThat(broadcast.leftovers()).isEmpty();
      assertThat(publisher.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(door.post("/snapshots/storm/restore").status()).isEqualTo(200);
      broadcast.find();
      assertThat(broadcast.channelId()).isEqualTo(channel);
      assertThat(broadcast.state()).isEqualTo(ChannelState.RUNNING);
      List<String> wrong = new ArrayList<>();
      for (int each = 0; each < actors.size(); each++) {
        wrong.add(actors.get(each).goBackTo(before.get(each), after.get(each) + 1));
      }
      assertThat(wrong).as("seed %d", seed).containsOnly("");
      broadcast.publish();
      awaitPicture(aws, broadcast);
    }
  }

  private static void awaitCalls(Storm storm, int calls) {
    await()
        .atMost(PATIENCE)
        .until(() -> storm.answered().stream().mapToInt(Integer::intValue).sum() > calls);
  }

  /** The broadcast goes on whatever the clock does. */
  private static void awaitNews(AwsLocal aws, Broadcast broadcast) throws Exception {
    Viewer viewer = new Viewer(aws.edge().resolve(broadcast.path()));
    String playlist =
        viewer.text("index.m3u8").lines().filter(line -> !line.startsWith("#")).findFirst().get();
    String before = viewer.text(playlist);
    assertThat(before).contains("#EXTINF");
    await().atMost(PATIENCE).until(() -> !viewer.text(playlist).equals(before));
  }

  private static void awaitPicture(AwsLocal aws, Broadcast broadcast) {
    Viewer viewer = new Viewer(aws.edge().resolve(broadcast.path()));
    await().atMost(PATIENCE).until(() -> viewer.status("index.m3u8") == 200);
    await().atMost(PATIENCE).until(() -> viewer.decoded("index.m3u8", "0:v:0") > 10);
  }
}
