package onair.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import onair.launcher.Api;
import onair.launcher.GoLive;
import onair.launcher.Progress;
import onair.launcher.TestBroadcast;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The same broadcast from each origin there is; only the words in the request differ. */
@ExtendWith(OnAir.Extension.class)
class OriginsE2E {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final HttpClient VIEWER = HttpClient.newHttpClient();

  @ParameterizedTest
  @CsvSource({
    "origin, mediapackage, /out/v1/, true",
    "origin, s3, /live-s3/, false",
    "origin, mediastore, /live-ms/, false",
    "packaging, mediapackage_v1, /out/v1/, true"
  })
  void theSameSpecPlaysAndDeleteLeavesNothing(
      String choice, String value, String root, boolean dash, OnAir onAir) throws Exception {
    Api api = onAir.api();
    GoLive live = new GoLive(api, new Progress(System.out));
    JsonNode channel =
        api.post("/v1/channels", Map.of("name", "From " + value, "ladder", "540p", choice, value))
            .ok();
    String path = "/v1/channels/" + channel.path("id").asString();
    live.start(channel);
    try (TestBroadcast broadcast = live.push(onAir.home(), channel, "push-" + value)) {
      live.awaitStatus(channel, "live", PATIENCE);
      assertThat(broadcast.process()).isNotNull();
      JsonNode playback = awaitServed(api, channel);
      String hls = playback.path("hls_url").asString();
      assertThat(URI.create(hls).getPath()).startsWith(root);
      assertThat(Player.streams(hls)).contains("video,960,540", "video,640,360");
      decodes(hls);
      assertThat(playback.path("dash_url").isNull()).isEqualTo(!dash);
      if (dash) {
        decodes(playback.path("dash_url").asString());
      }
    }
    assertThat(api.delete(path).status()).isEqualTo(202);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> api.get(path).status() == 404);
    try (AwsInventory inventory = new AwsInventory(onAir.env("ONAIR_AWS_ENDPOINT"))) {
      assertThat(inventory.channelResources())
          .noneMatch(name -> name.contains(channel.path("id").asString()));
    }
  }

  private static void decodes(String url) throws IOException, InterruptedException {
    Player.Decoded video = Player.video(url, 0, 3);
    assertThat(video.frames()).as("%s: %s", url, video.said()).isBetween(85L, 95L);
    Player.Decoded audio = Player.audio(url, 3);
    assertThat(audio.seconds()).as("%s: %s", url, audio.said()).isBetween(2.8, 3.2);
  }

  private static JsonNode awaitServed(Api api, JsonNode channel) {
    String path = "/v1/playback/" + channel.path("playback_id").asString();
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> api.get(path).ok(),
            playback ->
                isServed(playback.path("hls_url"))
                    && (playback.path("dash_url").isNull() || isServed(playback.path("dash_url"))));
  }

  private static boolean isServed(JsonNode url) {
    if (url.isNull() || url.isMissingNode()) {
      return false;
    }
    try {
      return VIEWER
              .send(
                  HttpRequest.newBuilder(URI.create(url.asString())).build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
