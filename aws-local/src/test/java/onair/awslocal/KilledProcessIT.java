package onair.awslocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import onair.awslocal.protocol.LocalApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.mediaconnect.MediaConnectClient;
import software.amazon.awssdk.services.mediaconnect.model.Status;
import software.amazon.awssdk.services.medialive.model.ChannelState;

/**
 * aws-local as a process that is killed with no warning in the middle of a storm of calls, several
 * times. Whatever was answered with success before is true after each restart, nothing is half
 * made, and a broadcast goes on.
 */
class KilledProcessIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int KILLS = 3;

  /** Give it by {@code -Dstorm.seed} to have the same storm again. */
  private final long seed = Long.getLong("storm.seed", System.nanoTime());

  private final Random random = new Random(seed);
  private final List<Process> publishers = new ArrayList<>();
  private AwsLocalProcess aws;
  private final List<ProcessHandle> left = new ArrayList<>();

  @TempDir Path folder;

  @AfterEach
  void stop() throws Exception {
    publishers.forEach(Process::destroyForcibly);
    aws.stop();
  }

  @Test
  void keepsWhatItHasAnsweredAndGoesOnBroadcasting() throws Exception {
    System.out.println("The storm's seed is " + seed);
    aws = AwsLocalProcess.start(folder, Map.of("AWS_LOCAL_PROFILE", "instant"));
    try (Broadcast broadcast = new Broadcast(aws.endpoint(), aws.ingest());
        StormKinds kinds = new StormKinds(aws.endpoint())) {
      broadcast.create();
      broadcast.start();
      await().atMost(PATIENCE).until(() -> broadcast.state() == ChannelState.RUNNING);
      publishers.add(broadcast.publish());
      List<StormActor> actors =
          kinds.all().entrySet().stream()
              .map(kind -> new StormActor(kind.getKey(), kind.getValue(), seed))
              .toList();
      awaitPicture(broadcast);
      String flow = activeFlow(aws);
      for (int kill = 1; kill <= KILLS; kill++) {
        killInAStormOf(actors, Duration.ofMillis(300 + random.nextInt(2000)));
        assertThat(Storm.refusals(actors)).as("seed %d", seed).isEmpty();
        aws = aws.again();
        await().atMost(PATIENCE).until(() -> left.stream().noneMatch(ProcessHandle::isAlive));
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () -> assertThat(Storm.differences(actors)).as("seed %d", seed).isEmpty());
        System.out.println(
            "Calls answered, kill %d: %s"
                .formatted(kill, actors.stream().map(StormActor::accept).toList()));
        assertThat(broadcast.state()).isEqualTo(ChannelState.RUNNING);
        assertThat(status(aws, flow)).isEqualTo(Status.ACTIVE);
      }
      publishers.add(broadcast.publish());
      awaitPicture(broadcast);
      assertThat(left).as("processes that were left alone, all of which ended").isNotEmpty();
    }
  }

  private void killInAStormOf(List<StormActor> actors, Duration after) throws Exception {
    Storm storm = Storm.of(actors);
    Thread.sleep(after); // the moment is random on purpose
    storm.end();
    left.addAll(aws.kill());
    storm.await();
  }

  private static String activeFlow(AwsLocalProcess aws) {
    try (MediaConnectClient client =
        LocalApi.client(MediaConnectClient.builder(), aws.endpoint())) {
      String flow =
          client
              .createFlow(
                  f ->
                      f.name("contribution")
                          .source(
                              s ->
                                  s.name("in")
                                      .protocol("srt-listener")
                                      .ingestPort(StormChannels.freePort())
                                      .whitelistCidr("127.0.0.1/32")))
              .flow()
              .flowArn();
      client.startFlow(f -> f.flowArn(flow));
      await().atMost(PATIENCE).until(() -> status(aws, flow) == Status.ACTIVE);
      return flow;
    }
  }

  private static Status status(AwsLocalProcess aws, String flow) {
    try (MediaConnectClient client =
        LocalApi.client(MediaConnectClient.builder(), aws.endpoint())) {
      return client.describeFlow(f -> f.flowArn(flow)).flow().status();
    }
  }

  private void awaitPicture(Broadcast broadcast) {
    Viewer viewer = new Viewer(aws.edge().resolve(broadcast.path()));
    await().atMost(PATIENCE).until(() -> viewer.status("index.m3u8") == 200);
    await().atMost(PATIENCE).until(() -> viewer.decoded("index.m3u8", "0:v:0") > 10);
  }
}
