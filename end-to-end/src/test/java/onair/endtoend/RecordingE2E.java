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

/**
 * A broadcast becomes an asset by itself, even when its channel is deleted at once; and a stretch
 * of it becomes one while it goes on.
 */
@ExtendWith(OnAir.Extension.class)
class RecordingE2E {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int SECONDS = 20;
  private static final int CLIP_SECONDS = 6;
  private static final double SEGMENT = 2;

  @TempDir private File folder;

  @Test
  void aRecordingIsAsLongAsTheBroadcastAClipAsAskedForAndBothOutliveTheChannel(OnAir onAir)
      throws Exception {
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
    JsonNode clip = clipped(api, path);
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
    playsAsAskedFor(api, path + "/clips/" + clip.path("id").asString());
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(250))
        .until(() -> api.get(path).status() == 404);
    try (AwsInventory inventory = new AwsInventory(onAir.env("ONAIR_AWS_ENDPOINT"))) {
      assertThat(inventory.channelResources()).isEmpty();
    }
  }

  /** As soon as so much of the broadcast can be played. */
  private static JsonNode clipped(Api api, String channel) {
    Map<String, Object> wanted =
        Map.of(
            "name", "The best of it", "last_seconds", CLIP_SECONDS, "metadata", Map.of("of", "it"));
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(250))
        .until(() -> api.post(channel + "/clips", wanted), reply -> reply.status() == 202)
        .ok();
  }

  private static void playsAsAskedFor(Api api, String path) throws Exception {
    JsonNode clip =
        await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(250))
            .until(
                () -> api.get(path).ok(),
                body -> !body.path("status").asString().equals("pending"));
    assertThat(clip.path("status").asString()).as(clip.toPrettyString()).isEqualTo("ready");
    JsonNode asset = plays(api, clip.path("asset_id").asString(), CLIP_SECONDS);
    assertThat(asset.path("source").path("clip_id").asString())
        .isEqualTo(clip.path("id").asString());
    assertThat(asset.path("metadata").path("of").asString()).isEqualTo("it");
  }

  private static void plays(Api api, JsonNode session) throws Exception {
    JsonNode asset = plays(api, session.path("recording").path("asset_id").asString(), SECONDS);
    assertThat(asset.path("source").path("session_id").asString())
        .isEqualTo(session.path("id").asString());
  }

  private static JsonNode plays(Api api, String id, int seconds) throws Exception {
    JsonNode asset =
        new Library(api, new Progress(System.out))
            .awaitStatus(api.get("/v1/assets/" + id).ok(), "ready", PATIENCE);
    assertThat(asset.path("duration_seconds").asDouble())
        .isBetween(seconds - SEGMENT, seconds + SEGMENT);
    JsonNode playback = api.get("/v1/playback/" + asset.path("playback_id").asString()).ok();
    for (String kind : List.of("hls_url", "dash_url")) {
      String url = playback.path(kind).asString();
      assertThat(url).as(kind).contains("/vod/");
      Player.Decoded video = Player.video(url, 0, 2 * seconds);
      assertThat(video.seconds())
          .as("%s: %s", url, video.said())
          .isBetween(seconds - SEGMENT, seconds + SEGMENT);
    }
    return asset;
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
