package onair.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import onair.launcher.Api;
import onair.launcher.GoLive;
import onair.launcher.Library;
import onair.launcher.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A broadcast becomes an asset by itself, even when its channel is deleted at once. */
@ExtendWith(OnAir.Extension.class)
class RecordingE2E {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int SECONDS = 20;
  private static final double SEGMENT = 2;

  @TempDir private File folder;

  @Test
  void aSessionsRecordingIsAsLongAsTheBroadcastAndOutlivesTheChannel(OnAir onAir) throws Exception {
    Api api = onAir.api();
    GoLive live = new GoLive(api, new Progress(System.out));
    JsonNode channel =
        api.post("/v1/channels", Map.of("name", "One night only", "ladder", "540p", "record", true))
            .ok();
    String path = "/v1/channels/" + channel.path("id").asString();
    assertThat(api.get(path + "/sessions").ok().path("data").size()).isZero();
    live.start(channel);
    live.awaitStatus(channel, "waiting", PATIENCE);

    Process push = push(channel.path("ingest"));
    live.awaitStatus(channel, "live", PATIENCE);
    assertThat(push.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(push.exitValue()).isZero();
    live.awaitStatus(channel, "reconnecting", PATIENCE);
    api.post(path + "/stop", Map.of()).ok();
    assertThat(api.delete(path).status()).isEqualTo(202);

    JsonNode session =
        await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(250))
            .until(
                () -> api.get(path + "/sessions").ok().path("data").path(0),
                body -> !body.path("recording").path("status").asString().equals("pending"));
    assertThat(session.path("status").asString()).isEqualTo("ended");
    assertThat(session.path("recording").path("status").asString())
        .as(session.toPrettyString())
        .isEqualTo("ready");
    plays(api, session);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(250))
        .until(() -> api.get(path).status() == 404);
    try (AwsInventory inventory = new AwsInventory(onAir.env("ONAIR_AWS_ENDPOINT"))) {
      assertThat(inventory.channelResources()).isEmpty();
    }
  }

  private static void plays(Api api, JsonNode session) throws Exception {
    String id = session.path("recording").path("asset_id").asString();
    JsonNode asset =
        new Library(api, new Progress(System.out))
            .awaitStatus(api.get("/v1/assets/" + id).ok(), "ready", PATIENCE);
    assertThat(asset.path("source").path("session_id").asString())
        .isEqualTo(session.path("id").asString());
    assertThat(asset.path("duration_seconds").asDouble())
        .isBetween(SECONDS - SEGMENT, SECONDS + SEGMENT);
    JsonNode playback = api.get("/v1/playback/" + asset.path("playback_id").asString()).ok();
    for (String kind : List.of("hls_url", "dash_url")) {
      String url = playback.path(kind).asString();
      assertThat(url).as(kind).contains("/vod/");
      Player.Decoded video = Player.video(url, 0, 2 * SECONDS);
      assertThat(video.seconds())
          .as("%s: %s", url, video.said())
          .isBetween(SECONDS - SEGMENT, SECONDS + SEGMENT);
    }
  }

  /** Pushes so many seconds in real time and leaves. */
  private Process push(JsonNode ingest) throws Exception {
    return new ProcessBuilder(
            List.of(
                ("ffmpeg -hide_banner -nostdin -loglevel warning -re -f lavfi -i"
                        + " testsrc2=size=960x540:rate=30:duration=%1$d -re -f lavfi -i"
                        + " sine=frequency=440:sample_rate=48000:duration=%1$d -c:v libx264 -preset"
                        + " ultrafast -tune zerolatency -pix_fmt yuv420p -g 60 -b:v 1500k -c:a aac"
                        + " -ac 2 -f flv %2$s/%3$s")
                    .formatted(
                        SECONDS,
                        ingest.path("url").asString(),
                        ingest.path("stream_key").asString())
                    .split(" ")))
        .redirectErrorStream(true)
        .redirectOutput(new File(folder, "push.log"))
        .start();
  }
}
