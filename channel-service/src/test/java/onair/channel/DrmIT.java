package onair.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import onair.awslocal.AwsLocal;
import onair.awslocal.junit.WithAwsLocal;
import onair.test.TestApi.Reply;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import tools.jackson.databind.JsonNode;

/**
 * Encrypted channels from the request to the picture: a film is broadcast, a key server gives keys.
 */
@WithAwsLocal
@TestPropertySource(
    properties = {
      "onair.outgoing.allowed-networks=127.0.0.0/8",
      "onair.outgoing.plain-http=true",
      "onair.outgoing.ports=",
    })
class DrmIT extends ServiceScenario {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int FRAMES = 24;
  private static final String LADDER =
      """
      { "name": "tiny", "frame_rate": 24, "gop_seconds": 1,
        "source": { "width": 320, "height": 180, "frame_rate": 24 },
        "video": [ { "name": "only", "width": 320, "height": 180, "bits_per_second": 200000 } ] }
      """;

  private final CloseableHttpClient http = HttpClients.createMinimal();
  @TempDir private Path folder;
  private HttpServer films;
  private SpekeServer keys;

  DrmIT(@LocalServerPort int port) {
    super(port);
  }

  @BeforeEach
  void startServers() throws Exception {
    Path film = folder.resolve("film.mp4");
    ffmpeg(
        "-f lavfi -i testsrc=size=320x180:rate=24 -f lavfi -i sine -t 8 -g 24 -pix_fmt yuv420p -movflags +faststart",
        film.toString());
    byte[] bytes = Files.readAllBytes(film);
    films = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    films.createContext(
        "/film.mp4",
        exchange -> {
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    films.start();
    keys = SpekeServer.start(0);
    as(OWNER).post("/v1/presets/ladders", LADDER);
  }

  @AfterEach
  void stopServers() throws IOException {
    http.close();
    films.stop(0);
    keys.close();
  }

  private String channel(String drm) {
    Reply reply =
        create(
            """
            {"name":"Show","ladder":"tiny","ingest":{"protocol":"mp4","url":"http://127.0.0.1:%d/film.mp4"},
             "drm":{%s,"key_provider_url":"http://127.0.0.1:%d/speke"}}
            """
                .formatted(films.getAddress().getPort(), drm, keys.port()));
    assertThat(reply.status()).as(reply.text()).isEqualTo(202);
    return reply.json().path("id").asString();
  }

  @ParameterizedTest
  @CsvSource({
    "cenc,    '\"systems\":[\"widevine\",\"playready\"]', true",
    "cbcs,    '\"systems\":[\"fairplay\",\"widevine\"]', true",
    "aes_128, '\"systems\":[]', false"
  })
  void whatIsBroadcastPlaysWithTheKeyOfTheKeyServerAndNotWithout(
      String scheme, String systems, boolean bySample, AwsLocal aws, MediaPackageV2Client packages)
      throws Exception {
    String id = channel("\"scheme\":\"%s\",%s".formatted(scheme, systems));
    act(id, "start");
    awaitStatus(id, "live");
    letEverybodyRead(packages, id);
    var origin =
        new OriginAddress(
            aws.endpoint() + "/out/v1/onair-test/onair-test-" + id + "/cmaf/",
            packages.getChannelGroup(group -> group.channelGroupName("onair-test")).egressDomain());

    String playlist = media(origin);
    byte[] media = first(origin, playlist);

    assertThat(keys.asked).anyMatch(asked -> asked.contains("contentId=\"" + id + "\""));
    if (bySample) {
      assertThat(frames(media, "-decryption_key", keys.videoKey())).isEqualTo(FRAMES);
      assertThat(frames(media, "-decryption_key", "00".repeat(16))).isLessThan(FRAMES);
    } else {
      assertThat(playlist).contains("#EXT-X-KEY:METHOD=AES-128,URI=\"http://127.0.0.1:");
      assertThat(fetch(origin, "index.mpd").status()).isEqualTo(404);
    }
    assertThat(frames(media)).as("without a key").isLessThan(FRAMES);

    as(OWNER).delete("/v1/channels/" + id);
    awaitNotFound(id);
  }

  @Test
  void aKeyServerThatDoesNotAnswerIsToldAndNoEncoderIsPaidForUntilItDoes() throws Exception {
    keys.close();
    String id = channel("\"systems\":[\"widevine\"]");
    act(id, "start");

    JsonNode waits = awaitUntil(id, now -> !now.path("status_reason").isNull());

    assertThat(waits.path("status").asString()).isEqualTo("starting");
    assertThat(waits.path("status_reason").asString())
        .isEqualTo(
            "The key server http://127.0.0.1:%d does not take connections; the encoder is started as soon as it answers."
                .formatted(keys.port()));
    keys = SpekeServer.start(keys.port());
    assertThat(awaitStatus(id, "live").path("status_reason").isNull()).isTrue();
    as(OWNER).delete("/v1/channels/" + id);
    awaitNotFound(id);
  }

  @Test
  void whereKeysAreAskedForIsShownWholeOnlyToThoseWhoMayWrite() {
    String id = channel("\"systems\":[\"widevine\"]");

    assertThat(get(id).at("/drm/key_provider_url").asString()).endsWith("/speke");
    JsonNode read = as(caller("org_1", "channels:read")).get("/v1/channels/" + id).json();
    assertThat(read.at("/drm/key_provider_url").asString())
        .isEqualTo("http://127.0.0.1:" + keys.port());
    assertThat(read.at("/drm/content_id").asString()).isEqualTo(id);
    JsonNode open = as(OWNER).patch("/v1/channels/" + id, "{\"drm\":null}").json();
    assertThat(open.path("drm").isNull()).isTrue();
  }

  private static void letEverybodyRead(MediaPackageV2Client packages, String id) {
    packages.putOriginEndpointPolicy(
        policy ->
            policy
                .channelGroupName("onair-test")
                .channelName("onair-test-" + id)
                .originEndpointName("cmaf")
                .policy(
                    """
                    {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*",
                     "Action":"mediapackagev2:GetObject","Resource":"*"}]}
                    """));
  }

  /** A playlist of pictures that has a segment. */
  private String media(OriginAddress origin) {
    String[] playlist = new String[1];
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              Answer main = fetch(origin, "index.m3u8");
              if (main.status() != 200) {
                return false;
              }
              String name =
                  new String(main.body())
                      .lines()
                      .filter(line -> !line.startsWith("#") && !line.isBlank())
                      .findFirst()
                      .orElseThrow();
              playlist[0] = new String(fetch(origin, name).body());
              return playlist[0].contains("#EXTINF");
            });
    return playlist[0];
  }

  /** The header and the first segment. */
  private byte[] first(OriginAddress origin, String playlist) throws IOException {
    var all = new ByteArrayOutputStream();
    String init = playlist.replaceAll("(?s).*#EXT-X-MAP:URI=\"([^\"]+)\".*", "$1");
    String segment =
        playlist
            .lines()
            .filter(line -> !line.startsWith("#") && !line.isBlank())
            .findFirst()
            .orElseThrow();
    all.write(fetch(origin, init).body());
    all.write(fetch(origin, segment).body());
    return all.toByteArray();
  }

  /** Around the CDN: the packager answers to the name it has. */
  private record OriginAddress(String url, String host) {}

  private record Answer(int status, byte[] body) {}

  private Answer fetch(OriginAddress origin, String file) {
    var request = new HttpGet(origin.url() + file);
    request.setHeader("Host", origin.host());
    try {
      return http.execute(
          request,
          answer -> new Answer(answer.getCode(), EntityUtils.toByteArray(answer.getEntity())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many pictures can be decoded without a fault. */
  private int frames(byte[] media, String... options) throws Exception {
    Path file = Files.write(folder.resolve("played.mp4"), media);
    var command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-loglevel", "error", "-xerror"));
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-i", file.toString(), "-map", "0:v", "-f", "framecrc", "-flush_packets", "1", "-"));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String told = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    return (int) told.lines().filter(line -> line.startsWith("0,")).count();
  }

  private static void ffmpeg(String options, String output) throws Exception {
    var command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-loglevel", "error", "-y"));
    command.addAll(List.of(options.split(" ")));
    command.add(output);
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }
}
