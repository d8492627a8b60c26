package onair.awslocal.mediatailor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import onair.awslocal.mediatailor.http.WebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.mediatailor.model.PutPlaybackConfigurationRequest;
import tools.jackson.databind.json.JsonMapper;

/**
 * A live channel of real segments with avails, ads chosen by a server of this test, and ffmpeg as
 * the player. Films have one colour each, so that decoded pictures say where they came from:
 * content is green, ads are red and blue, the slate is white.
 */
class LivePlaybackIT {

  private static final String OUT =
      "#EXT-X-DATERANGE:ID=\"7-1\",START-DATE=\"2026-11-22T12:00:00Z\",PLANNED-DURATION=4.000,"
          + "SCTE35-OUT=0xFC302500000000000000FFF01405000000077FEFFE00000000FE00292E0000010000000000000000";
  private static final String IN =
      "#EXT-X-DATERANGE:ID=\"7-1\",START-DATE=\"2026-11-22T12:00:00Z\",DURATION=4.000,SCTE35-IN=0xFC00";

  @TempDir Path folder;
  private Tailor tailor;
  private WebServer web;
  private Films films;
  private LiveChannel channel;

  @BeforeEach
  void open() throws Exception {
    tailor = Tailor.in(folder.resolve("tailor"));
    films = new Films(tailor.ffmpeg, Files.createDirectories(folder.resolve("films")));
    web = new WebServer();
    Path content = folder.resolve("content");
    channel =
        new LiveChannel(content, films.content(tailor.transcoder, "green", 16, content), 10)
            .mark(7, OUT)
            .mark(11, IN);
    byte[] red = Files.readAllBytes(films.film("red", 4));
    byte[] blue = Files.readAllBytes(films.film("blue", 2));
    byte[] white = Files.readAllBytes(films.film("white", 2));
    web.on("/live/", channel)
        .on("/red.mp4", exchange -> WebServer.send(exchange, 200, red))
        .on("/blue.mp4", exchange -> WebServer.send(exchange, 200, blue))
        .on("/slate.mp4", exchange -> WebServer.send(exchange, 200, white))
        .on("/beacon/", "")
        .on(
            "/vast",
            exchange -> {
              String query = exchange.getRequestURI().getQuery();
              String colour = query.contains("u=ann") ? "red" : "blue";
              WebServer.send(exchange, 200, Tailor.bytes(Vast.of(web, colour, query)));
            });
  }

  @AfterEach
  void close() throws Exception {
    web.close();
    tailor.close();
  }

  @Test
  void twoPlayersSeeContentThenTheirOwnAdsThenContent() throws Exception {
    String master = configure(p -> p.slateAdUrl(web.address("/slate.mp4")));
    warmUp(master, "ann");
    warmUp(master, "ben");
    Thread broadcast = channel.play(5);
    try (var players = Executors.newVirtualThreadPerTaskExecutor()) {
      var ann = players.submit(() -> films.colours(master + "?ads.u=ann"));
      var ben = players.submit(() -> films.colours(master + "?ads.u=ben"));
      var sound = players.submit(() -> films.sound(master + "?ads.u=ben"));
      broadcast.join();
      assertThat(ann.get()).isEqualTo("green*105 red*60 green*75");
      assertThat(ben.get()).isEqualTo("green*105 blue*30 white*30 green*75");
      assertThat(sound.get()).isCloseTo(16, within(0.2));
    }
    assertThat(tailor.counted("live", "AdDecisionServer.Errors")).isZero();
    assertThat(web.asked)
        .anyMatch(
            asked ->
                asked.getPath().equals("/vast")
                    && asked.getQuery().contains("d=4&")
                    && asked.getQuery().contains("e=7"));
  }

  @Test
  void reportsEachEventOfEachSessionOnceHoweverOftenSegmentsAreAskedFor() throws Exception {
    String master = configure(p -> {});
    warmUp(master, "ann");
    channel.reveal(12);
    PlayerSession session = PlayerSession.start(tailor, master + "?ads.u=ann");
    for (int rendition = 0; rendition < 3; rendition++) {
      List<String> ads = session.segments(rendition).stream().filter(PlayerSession::isAd).toList();
      assertThat(ads).hasSize(4);
      for (String segment : ads) {
        assertThat(tailor.get(segment).statusCode()).isEqualTo(200);
        assertThat(tailor.get(segment).statusCode()).isEqualTo(200);
      }
    }
    List<String> events =
        List.of("impression", "start", "firstQuartile", "midpoint", "thirdQuartile", "complete");
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(beacons(session.id())).hasSize(events.size()));
    assertThat(beacons(session.id()))
        .containsExactlyInAnyOrderElementsOf(events.stream().map(e -> "/beacon/red/" + e).toList());
    assertThat(tailor.counted("live", "Avail.Impression")).isEqualTo(1);
    assertThat(tailor.counted("live", "Beacon.Fired")).isEqualTo(6);
  }

  @Test
  void skipsAnAdThatIsNotReadyAndShowsContentInAllRenditions() throws Exception {
    String master = configure(p -> {});
    channel.reveal(10);
    PlayerSession session = PlayerSession.start(tailor, master + "?ads.u=ann");
    for (int rendition = 0; rendition < 3; rendition++) {
      assertThat(session.segments(rendition)).hasSize(10).noneMatch(PlayerSession::isAd);
    }
    assertThat(tailor.counted("live", "AdNotReady")).isEqualTo(1);
    assertThat(tailor.counted("live", "SkippedReason.NewCreative")).isEqualTo(1);
    assertThat(web.asked.stream().filter(asked -> asked.getPath().equals("/vast"))).hasSize(1);
  }

  @Test
  void leavesAnAvailAloneThatWouldStayTooEmpty() throws Exception {
    warmUp(configure(p -> {}), "ben");
    String master = configure(p -> p.personalizationThresholdSeconds(1));
    channel.reveal(12);
    PlayerSession session = PlayerSession.start(tailor, master + "?ads.u=ben");
    assertThat(session.segments(0)).noneMatch(PlayerSession::isAd);
    assertThat(tailor.counted("live", "SkippedReason.PersonalizationThresholdExceeded"))
        .isPositive();
  }

  @Test
  void aPlayerThatReportsByItselfIsToldWhatToAsk() throws Exception {
    String master = configure(p -> {});
    warmUp(master, "ann");
    channel.reveal(12);
    String start =
        tailor
            .post(
                master.replace("/v1/master/", "/v1/session/"),
                "{\"adsParams\": {\"u\": \"ann\"}, \"reportingMode\": \"client\"}")
            .body();
    String manifest = tailor.viewers.address(field(start, "manifestUrl"));
    PlayerSession session = PlayerSession.start(tailor, manifest);
    String segment =
        session.segments(0).stream().filter(PlayerSession::isAd).findFirst().orElseThrow();
    assertThat(tailor.get(segment).statusCode()).isEqualTo(200);
    String report = tailor.get(tailor.viewers.address(field(start, "trackingUrl"))).body();
    assertThat(report)
        .contains("\"availId\":\"7-1\"")
        .contains("\"durationInSeconds\":4.0")
        .contains("\"eventType\":\"firstQuartile\"")
        .contains(web.address("/beacon/red/midpoint"));
    assertThat(tailor.counted("live", "Avail.Impression")).isZero();
    assertThat(beacons(session.id())).isEmpty();
  }

  @Test
  void contentComesFromTheCdnAndWithoutAdMarkers() throws Exception {
    String master =
        configure(
            p ->
                p.cdnConfiguration(
                    c -> c.contentSegmentUrlPrefix("https://cdn.example.com/out/v1/ch")));
    channel.reveal(9);
    PlayerSession session = PlayerSession.start(tailor, master);
    assertThat(session.segments(0))
        .allMatch(uri -> uri.startsWith("https://cdn.example.com/out/v1/ch/index_"));
    assertThat(session.text(0))
        .contains("#EXT-X-MAP:URI=\"https://cdn.example.com/out/v1/ch/index_")
        .doesNotContain("SCTE35");
  }

  @Test
  void dashAndUnknownSessionsAndDeadOriginsAreRefusedPlainly() throws Exception {
    String master = configure(p -> {});
    channel.reveal(9);
    assertThat(tailor.get(master.replace("/master/", "/dash/")).statusCode()).isEqualTo(501);
    assertThat(tailor.get(master.replace("index.m3u8", "none.m3u8")).statusCode()).isEqualTo(404);
    assertThat(tailor.get(master.replace("/live/", "/other/")).statusCode()).isEqualTo(404);
    assertThat(
            tailor
                .get(master.replace("/master/", "/manifest/").replace("index", "gone/0"))
                .statusCode())
        .isEqualTo(400);
    assertThat(tailor.post(master.replace("/master/", "/session/"), "{no json").statusCode())
        .isEqualTo(400);
    web.close();
    assertThat(tailor.get(master).statusCode()).isEqualTo(502);
  }

  private String configure(Consumer<PutPlaybackConfigurationRequest.Builder> settings) {
    var made =
        tailor.client.putPlaybackConfiguration(
            p ->
                p.name("live")
                    .videoContentSourceUrl(web.address("/live"))
                    .adDecisionServerUrl(
                        web.address(
                            "/vast?u=[player_params.u]&d=[session.avail_duration_secs]&s=[session.id]&e=[scte.event_id]"))
                    .applyMutation(settings));
    return tailor.viewer(made.hlsConfiguration().manifestEndpointPrefix(), "index.m3u8");
  }

  /** Plays an avail for nobody until its ads are ready. */
  private void warmUp(String master, String viewer) throws Exception {
    channel.reveal(10);
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(300))
        .until(
            () ->
                PlayerSession.start(tailor, master + "?ads.u=" + viewer).segments(0).stream()
                    .anyMatch(PlayerSession::isAd));
  }

  private List<String> beacons(String session) {
    return web.asked.stream()
        .filter(asked -> asked.getPath().startsWith("/beacon/"))
        .filter(asked -> String.valueOf(asked.getQuery()).contains(session))
        .map(URI::getPath)
        .toList();
  }

  private static String field(String json, String name) {
    return new JsonMapper().readTree(json).get(name).asString();
  }
}
