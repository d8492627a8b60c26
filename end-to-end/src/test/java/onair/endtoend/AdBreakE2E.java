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
import java.util.Objects;
import java.util.stream.Stream;
import onair.client.ApiException;
import onair.client.model.AdBreak;
import onair.client.model.AdBreakRequest;
import onair.client.model.AdConfiguration;
import onair.client.model.AdConfigurationRequest;
import onair.client.model.CampaignRequest;
import onair.client.model.Channel;
import onair.client.model.ChannelAdsRequest;
import onair.client.model.ChannelRequest;
import onair.client.model.CreativeRequest;
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
      throws IOException, InterruptedException, ApiException {
    Client client = onAir.client();
    GoLive live = new GoLive(onAir.api(), new Progress(System.out));
    String magenta = creative(onAir, "Magenta", MAGENTA);
    String cyan = creative(onAir, "Cyan", CYAN);
    String campaign = campaign(client, List.of(magenta, cyan));
    Channel made =
        client
            .channels()
            .createChannel(
                Client.key(),
                new ChannelRequest()
                    .name("With ads")
                    .ladder("540p")
                    .ads(new ChannelAdsRequest().enabled(true)));
    JsonNode channel = onAir.api().get("/v1/channels/" + made.getId()).ok();
    live.start(channel);
    live.awaitStatus(channel, "waiting", PATIENCE);
    try (TestBroadcast broadcast = live.push(onAir.home(), channel, "push-ads");
        Playwright playwright = Chromium.playwright();
        Browser browser = Chromium.launch(playwright)) {
      live.awaitStatus(channel, "live", PATIENCE);
      String url = awaitUrlThroughAds(client, made.getPlaybackId());
      try (ColorPlayer player = ColorPlayer.play(browser, HLS_JS, url)) {
        await().atMost(PATIENCE).until(() -> player.position() > 5);

        // MediaTailor transcodes an ad when it first hears of it; the first break stays content.
        adBreak(client, made.getId(), 20);
        double then = player.position();
        await().atMost(PATIENCE).until(() -> player.position() > then + 30);
        int shown = player.seen().size();
        AdBreak second = adBreak(client, made.getId(), 20);

        assertThat(second.getStatus()).isEqualTo("filled");
        await().atMost(PATIENCE).until(() -> player.seen().size() >= shown + 3);
        player.screenshot(Path.of("target", "ad-break.png"));
        assertThat(player.seen()).startsWith("other").endsWith("other").contains("magenta", "cyan");
        assertThat(player.stalls()).isEmpty();
        assertThat(player.failures()).noneMatch(failure -> failure.endsWith("fatal"));
        assertThat(broadcast.process()).isNotNull();
      }
      awaitReport(client, campaign, magenta, 1);
      awaitReport(client, campaign, cyan, 1);
    } finally {
      client.campaigns().deleteCampaign(campaign, null);
      live.end(PATIENCE);
      client.channels().deleteChannel(made.getId(), null);
    }
  }

  @Test
  void aFilmBeginsWithAnAd(OnAir onAir) throws IOException, InterruptedException, ApiException {
    Client client = onAir.client();
    String magenta = creative(onAir, "Magenta before a film", MAGENTA);
    String campaign = campaign(client, List.of(magenta));
    JsonNode film = asset(onAir, "A green film", GREEN, 20);
    String playbackId = film.path("playback_id").asString();
    AdConfiguration configuration =
        client
            .adConfigurations()
            .createAdConfiguration(
                Client.key(), new AdConfigurationRequest().playbackId(playbackId));
    try (Playwright playwright = Chromium.playwright();
        Browser browser = Chromium.launch(playwright)) {
      String url = awaitUrlThroughAds(client, playbackId);
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
      awaitReport(client, campaign, magenta, 1);
    } finally {
      client.campaigns().deleteCampaign(campaign, null);
      client.adConfigurations().deleteAdConfiguration(configuration.getId(), null);
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
    var request = new CreativeRequest().name(name).assetId(asset.path("id").asString());
    // ads-service hears of the asset a moment later
    return await()
        .atMost(PATIENCE)
        .ignoreException(ApiException.class)
        .until(
            () -> onAir.client().creatives().createCreative(request, Client.key()),
            Objects::nonNull)
        .getId();
  }

  private static String campaign(Client client, List<String> creatives) throws ApiException {
    return client
        .campaigns()
        .createCampaign(new CampaignRequest().name("Colours").creativeIds(creatives), Client.key())
        .getId();
  }

  /** The address once playback leads through MediaTailor. */
  private static String awaitUrlThroughAds(Client client, String playbackId) {
    return await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () -> client.playback().getPlayback(playbackId).getHlsUrl(),
            url -> url != null && url.contains("/v1/master/"));
  }

  /** Asks for a break and waits until its ads are decided. */
  private static AdBreak adBreak(Client client, String channel, int seconds) throws ApiException {
    AdBreak made =
        client
            .adBreaks()
            .createAdBreak(channel, new AdBreakRequest().durationSeconds(seconds), Client.key());
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> client.adBreaks().getAdBreak(channel, made.getId()),
            told -> List.of("filled", "underfilled", "slate").contains(told.getStatus()));
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
  private static void awaitReport(Client client, String campaign, String creative, long times) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(counts(client, campaign, creative)).containsOnly(times).hasSize(6));
    await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(counts(client, campaign, creative)).containsOnly(times));
  }

  private static List<Long> counts(Client client, String campaign, String creative)
      throws ApiException {
    return client
        .adReports()
        .listAdReports(campaign, creative, null, null, null, null)
        .getData()
        .stream()
        .limit(1)
        .flatMap(
            row ->
                Stream.of(
                    row.getImpressions(),
                    row.getStarts(),
                    row.getFirstQuartiles(),
                    row.getMidpoints(),
                    row.getThirdQuartiles(),
                    row.getCompletes()))
        .toList();
  }
}
