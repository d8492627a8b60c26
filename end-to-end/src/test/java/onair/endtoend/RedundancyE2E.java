package onair.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import onair.awslocal.client.AwsLocalControl;
import onair.launcher.Api;
import onair.launcher.GoLive;
import onair.launcher.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * What carries a broadcast is there twice, and one after the other is killed; a player that watches
 * all the while goes on.
 */
@ExtendWith(OnAir.Extension.class)
class RedundancyE2E {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Ten seconds, more than was packaged and not yet played when something died. */
  private static final int PICTURES = 240;

  @TempDir private Path logs;

  @Test
  void viewersGoOnWhenAPipelineDiesAndWhenTheFirstSendersDo(OnAir onAir) throws Exception {
    Api api = onAir.api();
    GoLive live = new GoLive(api, new Progress(System.out));
    JsonNode channel =
        create(api, Map.of("protocol", "rtmp", "backup", true), Map.of("pipelines", "dual"));
    live.start(channel);
    JsonNode ingest = live.awaitStatus(channel, "waiting", PATIENCE).path("ingest");
    JsonNode backup = ingest.path("backup");
    assertThat(backup.path("stream_key")).isNotEqualTo(ingest.path("stream_key"));
    try (SmallSender first = push(ingest, "url");
        SmallSender second = push(ingest, "second_url");
        Audience audience = watch(live, channel)) {
      audience.sees(PICTURES);

      killFirstPipeline(onAir, channel);
      JsonNode halved =
          await()
              .atMost(PATIENCE)
              .until(
                  () -> api.get(path(channel)).ok(),
                  now -> now.path("status_reason").asString("").contains("Pipeline Failed"));
      assertThat(halved.path("status").asString()).isEqualTo("live");
      audience.sees(PICTURES);

      try (SmallSender takesOver = push(backup, "second_url")) {
        first.close();
        second.close();
        audience.sees(PICTURES);
        assertThat(takesOver.isSending()).isTrue();
        live.awaitStatus(channel, "live", PATIENCE);
      }
    }
    leavesNothing(onAir, live, channel);
  }

  private static void killFirstPipeline(OnAir onAir, JsonNode channel) {
    String aws = onAir.env("ONAIR_AWS_ENDPOINT");
    try (AwsInventory inventory = new AwsInventory(aws)) {
      String encoder = inventory.encoder(channel.path("id").asString());
      AwsLocalControl.at(URI.create(aws)).media().killEncoder(encoder, 0, Duration.ofHours(1));
    }
  }

  private SmallSender push(JsonNode to, String url) throws IOException {
    return SmallSender.byRtmp(
        to.path(url).asString(), to.path("stream_key").asString(), logs.resolve("senders.log"));
  }

  private static JsonNode create(Api api, Map<String, ?> ingest, Map<String, ?> more)
      throws InterruptedException {
    String ladder = "small-" + UUID.randomUUID().toString().substring(0, 8);
    api.post("/v1/presets/ladders", SmallSender.ladder(ladder)).ok();
    Map<String, Object> channel = new HashMap<>(more);
    channel.putAll(Map.of("name", "Twice", "ladder", ladder, "ingest", ingest));
    return api.post("/v1/channels", channel).ok();
  }

  private Audience watch(GoLive live, JsonNode channel) throws IOException, InterruptedException {
    String hls = live.awaitPlayable(channel, PATIENCE).path("hls_url").asString();
    live.awaitStatus(channel, "live", PATIENCE);
    return Audience.of(hls, logs.resolve("audience.log"));
  }

  private static void leavesNothing(OnAir onAir, GoLive live, JsonNode channel)
      throws InterruptedException {
    Api api = onAir.api();
    live.end(PATIENCE);
    assertThat(api.delete(path(channel)).status()).isEqualTo(202);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> api.get(path(channel)).status() == 404);
    try (AwsInventory inventory = new AwsInventory(onAir.env("ONAIR_AWS_ENDPOINT"))) {
      assertThat(inventory.channelResources())
          .noneMatch(name -> name.contains(channel.path("id").asString()));
    }
  }

  private static String path(JsonNode channel) {
    return "/v1/channels/" + channel.path("id").asString();
  }
}
