package onair.awslocal.mediatailor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onair.awslocal.mediatailor.http.WebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A finished film with ads before it and in it. */
class VodPlaybackIT {

  @TempDir Path folder;
  private Tailor tailor;
  private WebServer web;
  private Films films;
  private String master;
  private volatile String answer = "<VAST version=\"4.0\"/>";

  @BeforeEach
  void open() throws Exception {
    tailor = Tailor.in(folder.resolve("tailor"));
    films = new Films(tailor.ffmpeg, Files.createDirectories(folder.resolve("films")));
    web = new WebServer();
    Path content = folder.resolve("content");
    LiveChannel all =
        new LiveChannel(content, films.content(tailor.transcoder, "green", 8, content), 8);
    byte[] red = Files.readAllBytes(films.film("red", 2));
    byte[] blue = Files.readAllBytes(films.film("blue", 3));
    web.on("/vod/", all.reveal(8))
        .on("/red.mp4", exchange -> WebServer.send(exchange, 200, red))
        .on("/blue.mp4", exchange -> WebServer.send(exchange, 200, blue))
        .on("/beacon/", "")
        .on("/ads", exchange -> WebServer.send(exchange, 200, Tailor.bytes(answer)));
    var made =
        tailor.client.putPlaybackConfiguration(
            p ->
                p.name("vod")
                    .videoContentSourceUrl(web.address("/vod"))
                    .adDecisionServerUrl(web.address("/ads")));
    master = tailor.viewer(made.hlsConfiguration().manifestEndpointPrefix(), "index.m3u8");
  }

  @AfterEach
  void close() throws Exception {
    web.close();
    tailor.close();
  }

  @Test
  void playsAdsBeforeAndInTheFilmAsAVmapSays() throws Exception {
    answer =
        """
        <vmap:VMAP xmlns:vmap="http://www.iab.net/videosuite/vmap" version="1.0">
          <vmap:AdBreak timeOffset="start" breakType="linear"><vmap:AdSource><vmap:VASTAdData>%s</vmap:VASTAdData></vmap:AdSource></vmap:AdBreak>
          <vmap:AdBreak timeOffset="00:00:04.800" breakType="linear"><vmap:AdSource><vmap:VASTAdData>%s</vmap:VASTAdData></vmap:AdSource></vmap:AdBreak>
        </vmap:VMAP>
        """
            .formatted(Vast.of(web, "red", ""), Vast.of(web, "blue", ""));
    PlayerSession session = whenReady(5);
    assertThat(colours(session, 0)).isEqualTo("red*30 green*75 blue*45 green*45");
    assertThat(colours(session, 1)).isEqualTo("red*30 green*75 blue*45 green*45");
    for (int rendition = 0; rendition < 3; rendition++) {
      String text = session.text(rendition);
      assertThat(text).contains("#EXT-X-ENDLIST", "#EXT-X-MEDIA-SEQUENCE:0\n");
      assertThat(text.lines().filter("#EXT-X-DISCONTINUITY"::equals)).hasSize(3);
      assertThat(session.text(rendition)).as("never changes").isEqualTo(text);
    }
    long asked = web.asked.stream().filter(uri -> uri.getPath().equals("/ads")).count();
    session.text(0);
    assertThat(web.asked.stream().filter(uri -> uri.getPath().equals("/ads"))).hasSize((int) asked);
  }

  @Test
  void playsPlainVastBeforeTheFilm() throws Exception {
    answer = Vast.of(web, "red", "");
    assertThat(colours(whenReady(2), 0)).isEqualTo("red*30 green*120");
  }

  @Test
  void playsTheFilmAloneWhenThereAreNoAds() throws Exception {
    PlayerSession session = PlayerSession.start(tailor, master);
    assertThat(films.colours(session.playlists().get(1))).isEqualTo("green*120");
    answer = "no xml";
    assertThat(films.colours(PlayerSession.start(tailor, master).playlists().get(1)))
        .isEqualTo("green*120");
    assertThat(tailor.counted("vod", "AdDecisionServer.Errors")).isEqualTo(1);
  }

  /** A session that has as many ad segments as all its ads. */
  private PlayerSession whenReady(int segments) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(300))
        .until(() -> complete(segments), Optional::isPresent)
        .orElseThrow();
  }

  private Optional<PlayerSession> complete(int segments) throws Exception {
    PlayerSession session = PlayerSession.start(tailor, master);
    long ads = session.segments(0).stream().filter(PlayerSession::isAd).count();
    return ads == segments ? Optional.of(session) : Optional.empty();
  }

  /** As browsers play: each part between discontinuities on its own clock. */
  private String colours(PlayerSession session, int video) throws Exception {
    URI base = URI.create(session.playlists().get(video + 1));
    List<String> runs = new ArrayList<>();
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    for (String line : session.text(video + 1).lines().toList()) {
      if (line.equals("#EXT-X-DISCONTINUITY") || line.equals("#EXT-X-ENDLIST")) {
        Path file = Files.write(folder.resolve("part.mp4"), part.toByteArray());
        runs.add(films.colours(file.toString()));
        part.reset();
      } else if (line.startsWith("#EXT-X-MAP")) {
        part.write(bytes(base.resolve(line.replaceFirst(".*URI=\"([^\"]+)\".*", "$1"))));
      } else if (!line.startsWith("#")) {
        part.write(bytes(base.resolve(line)));
      }
    }
    return String.join(" ", runs);
  }

  private static byte[] bytes(URI address) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray())
          .body();
    }
  }
}
