package onair.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import onair.launcher.Api;
import onair.launcher.GoLive;
import onair.launcher.Library;
import onair.launcher.Progress;
import onair.launcher.TestBroadcast;
import onair.launcher.TestClip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Viewers see content, then ads, then content, in a real browser without running out of media, and
 * what they saw is counted once. The content is a test card or green; the ads are magenta and cyan.
 */
@ExtendWith(OnAir.Extension.class)
class AdBreakE2E {

  private static final Duration PATIENCE = Duration.ofMinutes(6);
  private static final Path HLS_JS =
      Path.of("")
          .toAbsolutePath()
          .getParent()
          .resolve("dashboard/node_modules/hls.js/dist/hls.min.js");
  private static final String MAGENTA = "0xFF00FF";
  private static final String CYAN = "0x00FFFF";
  private static final String GREEN = "0x00FF00";

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void aBreakOfALiveChannelIsFilledWithoutAStallAndCountedOnce(OnAir onAir)
      throws IOException, InterruptedException {
    Api api = onAir.api();
    GoLive live = new GoLive(api, new Progress(System.out));
    String magenta = creative(onAir, "Magenta", MAGENTA);
    String cyan = creative(onAir, "Cyan", CYAN);
    String campaign = campaign(api, List.of(magenta, cyan));
    JsonNode channel =
        api.post(
                "/v1/channels",
                Map.of("name", "With ads", "ladder", "540p", "ads", Map.of("enabled", true)))
            .ok();
    live.start(channel);
    live.awaitStatus(channel, "waiting", PATIENCE);
    try (TestBroadcast broadcast = live.push(onAir.home(), channel, "push-ads");
        Playwright playwright = Chromium.playwright();
        Browser browser = Chromium.launch(playwright)) {
      live.awaitStatus(channel, "live", PATIENCE);
      String url = awaitUrlThroughAds(api, channel.path("playback_id").asString());
      try (ColorPlayer player = ColorPlayer.play(browser, HLS_JS, url)) {
        await().atMost(PATIENCE).until(() -> player.position() > 5);

        // MediaTailor transcodes an ad when it first hears of it; the first break stays content.
        adBreak(api, channel, 20);
        double then = player.position();
        await().atMost(PATIENCE).until(() -> player.position() > then + 30);
        int shown = player.seen().size();
        JsonNode second = adBreak(api, channel, 20);

        assertThat(second.path("status").asString()).isEqualTo("filled");
        await().atMost(PATIENCE).until(() -> player.seen().size() >= shown + 3);
        player.screenshot(Path.of("target", "ad-break.png"));
        assertThat(player.seen()).startsWith("other").endsWith("other").contains("magenta", "cyan");
        assertThat(player.stalls()).isEmpty();
        assertThat(player.failures()).noneMatch(failure -> failure.endsWith("fatal"));
        assertThat(broadcast.process()).isNotNull();
      }
      awaitReport(api, campaign, magenta, 1);
      awaitReport(api, campaign, cyan, 1);
    } finally {
      api.delete("/v1/campaigns/" + campaign);
      live.end(PATIENCE);
      api.delete("/v1/channels/" + channel.path("id").asString());
    }
  }

  @Test
  void aFilmBeginsWithAnAd(OnAir onAir) throws IOException, InterruptedException {
    Api api = onAir.api();
    String magenta = creative(onAir, "Magenta before a film", MAGENTA);
    String campaign = campaign(api, List.of(magenta));
    JsonNode film = asset(onAir, "A green film", GREEN, 20);
    String playbackId = film.path("playback_id").asString();
    JsonNode configuration =
        api.post("/v1/ad-configurations", Map.of("playback_id", playbackId)).ok();
    try (Playwright playwright = Chromium.playwright();
        Browser browser = Chromium.launch(playwright)) {
      String url = awaitUrlThroughAds(api, playbackId);
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> aNewSessionHasAds(url));
      try (ColorPlayer player = ColorPlayer.play(browser, HLS_JS, url)) {
        await().atMost(PATIENCE).until(() -> player.position() > 20);

        assertThat(player.seen()).containsExactly("magenta", "green");
        assertThat(player.stalls()).isEmpty();
        assertThat(player.failures()).noneMatch(failure -> failure.endsWith("fatal"));
      }
      awaitReport(api, campaign, magenta, 1);
    } finally {
      api.delete("/v1/campaigns/" + campaign);
      api.delete("/v1/ad-configurations/" + configuration.path("id").asString());
    }
  }

  private static JsonNode asset(OnAir onAir, String name, String colour, int seconds)
      throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of("target", "films"));
    Path film =
        TestClip.make(Path.of("ffmpeg"), folder.resolve(colour + ".mp4"), colour, 660, seconds);
    Library library = new Library(onAir.api(), new Progress(System.out));
    return library.awaitStatus(library.upload(film, name, true), "ready", PATIENCE);
  }

  private static String creative(OnAir onAir, String name, String colour)
      throws IOException, InterruptedException {
    JsonNode asset = asset(onAir, name, colour, 10);
    Map<String, String> request = Map.of("name", name, "asset_id", asset.path("id").asString());
    // ads-service hears of the asset a moment later
    return await()
        .atMost(PATIENCE)
        .until(() -> onAir.api().post("/v1/creatives", request), answer -> answer.status() == 201)
        .body()
        .path("id")
        .asString();
  }

  private static String campaign(Api api, List<String> creatives) throws InterruptedException {
    return api.post("/v1/campaigns", Map.of("name", "Colours", "creative_ids", creatives))
        .ok()
        .path("id")
        .asString();
  }

  /** The address once playback leads through MediaTailor. */
  private static String awaitUrlThroughAds(Api api, String playbackId) {
    return await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () -> api.get("/v1/playback/" + playbackId).ok().path("hls_url").asString(""),
            url -> url.contains("/v1/master/"));
  }

  /** Asks for a break and waits until its ads are decided. */
  private static JsonNode adBreak(Api api, JsonNode channel, int seconds) {
    String path = "/v1/channels/" + channel.path("id").asString() + "/ad-breaks";
    try {
      JsonNode made = api.post(path, Map.of("duration_seconds", seconds)).ok();
      String id = made.path("id").asString();
      return await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(500))
          .until(
              () -> api.get(path + "/" + id).ok(),
              adBreak ->
                  List.of("filled", "underfilled", "slate")
                      .contains(adBreak.path("status").asString()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private boolean aNewSessionHasAds(String url) throws IOException, InterruptedException {
    String master = text(URI.create(url));
    URI media =
        URI.create(url)
            .resolve(
                master
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .findFirst()
                    .orElseThrow());
    return text(media).contains("/segment/");
  }

  private String text(URI uri) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /** Waits for the counts and sees that they stay what they are. */
  private static void awaitReport(Api api, String campaign, String creative, int times) {
    String path = "/v1/ad-reports?campaign_id=" + campaign + "&creative_id=" + creative;
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(counts(api, path)).containsOnly(times).hasSize(6));
    await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(counts(api, path)).containsOnly(times));
  }

  private static List<Integer> counts(Api api, String path) throws InterruptedException {
    JsonNode row = api.get(path).ok().path("data").path(0);
    return List.of(
        row.path("impressions").asInt(0),
        row.path("starts").asInt(0),
        row.path("first_quartiles").asInt(0),
        row.path("midpoints").asInt(0),
        row.path("third_quartiles").asInt(0),
        row.path("completes").asInt(0));
  }
}
