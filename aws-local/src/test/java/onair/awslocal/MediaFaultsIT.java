package onair.awslocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.ChannelAlert;
import software.amazon.awssdk.services.medialive.model.ChannelState;

/** Encoders that are killed and inputs that are lost, of a channel with a real publisher. */
class MediaFaultsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String MISSING = "Video Not Detected";

  @TempDir Path folder;

  @Test
  void aKilledEncoderIsStartedAgainAndALostInputComesBackWhenItMay() throws Exception {
    try (AwsLocal local = AwsLocal.start(AwsLocalConfig.forTests(folder));
        Broadcast broadcast = new Broadcast(local);
        MediaLiveClient mediaLive = broadcast.client(MediaLiveClient.builder())) {
      Door door = new Door(local.endpoint());
      broadcast.create();
      broadcast.start();
      await().atMost(PATIENCE).until(() -> broadcast.state() == ChannelState.RUNNING);
      String kill = "/media/channels/" + broadcast.channelId() + "/kill-encoder";
      assertThat(door.post(kill).body().path("code").stringValue()).isEqualTo("NotEncoding");
      assertThat(door.post("/media/channels/none/kill-encoder").status()).isEqualTo(404);

      Process publisher = broadcast.publish();
      await().atMost(PATIENCE).until(() -> !encoders(publisher).isEmpty());
      Set<Long> killed = encoders(publisher);
      assertThat(door.post(kill).status()).isEqualTo(200);
      await()
          .atMost(PATIENCE)
          .until(() -> encoders(publisher).stream().noneMatch(killed::contains));
      await().atMost(PATIENCE).until(() -> !encoders(publisher).isEmpty());
      await().atMost(PATIENCE).until(() -> !misses(broadcast));

      String input = mediaLive.listInputs().inputs().getFirst().id();
      String disconnect = "/media/inputs/" + input + "/disconnect";
      assertThat(door.post(disconnect, "{\"seconds\":5}").status()).isEqualTo(200);
      assertThat(publisher.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      Process refused = broadcast.publish();
      assertThat(refused.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(refused.exitValue()).isNotZero();
      await().atMost(PATIENCE).until(() -> misses(broadcast));
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> !broadcast.publish().waitFor(1, TimeUnit.SECONDS));
      await().atMost(PATIENCE).until(() -> !misses(broadcast));

      assertThat(door.post(disconnect, "{}").status()).isEqualTo(400);
      assertThat(door.post("/media/inputs/1/disconnect", "{\"seconds\":1}").status())
          .isEqualTo(404);
    }
  }

  private static boolean misses(Broadcast broadcast) {
    return broadcast.alerts().stream().map(ChannelAlert::alertType).anyMatch(MISSING::equals);
  }

  /** Processes of ours that are not the publisher. */
  private static Set<Long> encoders(Process publisher) {
    return ProcessHandle.current()
        .children()
        .filter(process -> process.isAlive() && process.pid() != publisher.pid())
        .map(ProcessHandle::pid)
        .collect(Collectors.toSet());
  }
}
