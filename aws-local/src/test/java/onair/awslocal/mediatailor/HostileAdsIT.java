package onair.awslocal.mediatailor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import onair.awslocal.mediatailor.http.WebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ad servers that are away, slow or mean: the avail shows slate in every rendition, and it is
 * counted.
 */
class HostileAdsIT {

  @TempDir Path folder;
  private final CountDownLatch over = new CountDownLatch(1);
  private Tailor tailor;
  private WebServer web;
  private LiveChannel channel;

  @BeforeEach
  void open() throws Exception {
    tailor = Tailor.in(folder.resolve("tailor"));
    Films films = new Films(tailor.ffmpeg, Files.createDirectories(folder.resolve("films")));
    web = new WebServer();
    Path content = folder.resolve("content");
    channel =
        new LiveChannel(content, films.content(tailor.transcoder, "green", 12, content), 10)
            .mark(4, "#EXT-X-CUE-OUT:4")
            .mark(8, "#EXT-X-CUE-IN")
            .reveal(10);
    byte[] white = Files.readAllBytes(films.film("white", 2));
    web.on("/live/", channel)
        .on("/slate.mp4", exchange -> WebServer.send(exchange, 200, white))
        .on("/text.mp4", "no film at all")
        .on("/none", "<VAST version=\"4.0\"/>")
        .on("/slow", exchange -> waitForTheEnd())
        .on("/long", exchange -> WebServer.send(exchange, 200, new byte[10 * 1024 * 1024]))
        .on("/broken", "<VAST><Ad>")
        .on("/failing", exchange -> WebServer.send(exchange, 500, new byte[0]))
        .on(
            "/xxe",
            "<!DOCTYPE VAST [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><VAST><Ad id=\"&x;\"/></VAST>")
        .on(
            "/loop",
            exchange ->
                WebServer.send(
                    exchange,
                    200,
                    Tailor.bytes(
                        "<VAST><Ad><Wrapper><VASTAdTagURI>%s</VASTAdTagURI></Wrapper></Ad></VAST>"
                            .formatted(web.address("/loop")))))
        .on(
            "/text",
            exchange -> WebServer.send(exchange, 200, Tailor.bytes(Vast.of(web, "text", ""))));
  }

  @AfterEach
  void close() throws Exception {
    over.countDown();
    web.close();
    tailor.close();
  }

  @Test
  void theAvailShowsSlateAndTheErrorIsCounted() throws Exception {
    String master = configure("none", web.address("/none"));
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(300))
        .until(() -> slates(PlayerSession.start(tailor, master), 1) == 4);
    assertThat(tailor.counted("none", "AdDecisionServer.Errors")).isZero();

    Map<String, String> counters =
        Map.of(
            "dead", "Errors",
            "slow", "Timeouts",
            "long", "Errors",
            "broken", "Errors",
            "failing", "Errors",
            "xxe", "Errors",
            "loop", "Errors");
    for (String name : List.of("dead", "slow", "long", "broken", "failing", "xxe", "loop")) {
      String address = name.equals("dead") ? "http://127.0.0.1:1/" : web.address("/" + name);
      PlayerSession session = PlayerSession.start(tailor, configure(name, address));
      long began = System.nanoTime();
      for (int rendition = 0; rendition < 3; rendition++) {
        assertThat(slates(session, rendition)).as("%s in %d", name, rendition).isEqualTo(4);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - began))
          .as(name)
          .isLessThan(Duration.ofSeconds(4));
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () ->
                  assertThat(tailor.counted(name, "AdDecisionServer." + counters.get(name)))
                      .as(name)
                      .isEqualTo(1));
    }
  }

  @Test
  void aCreativeThatIsNoMediaIsSkippedAndCounted() throws Exception {
    String master = configure("text", web.address("/text"));
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(300))
        .until(
            () ->
                slates(PlayerSession.start(tailor, master), 1) == 4
                    && tailor.counted("text", "SkippedReason.TranscodeError") > 0);
    assertThat(tailor.counted("text", "Avail.Impression")).isZero();
  }

  private static long slates(PlayerSession session, int rendition) throws Exception {
    return session.segments(rendition).stream().filter(PlayerSession::isAd).count();
  }

  private String configure(String name, String adServer) {
    var made =
        tailor.client.putPlaybackConfiguration(
            p ->
                p.name(name)
                    .videoContentSourceUrl(web.address("/live"))
                    .slateAdUrl(web.address("/slate.mp4"))
                    .adDecisionServerUrl(adServer));
    return tailor.viewer(made.hlsConfiguration().manifestEndpointPrefix(), "index.m3u8");
  }

  private void waitForTheEnd() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
