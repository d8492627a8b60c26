package onair.awslocal.media.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import onair.awslocal.media.AudioRendition;
import onair.awslocal.media.EncoderJob;
import onair.awslocal.media.EndpointSpec;
import onair.awslocal.media.IngestPoint;
import onair.awslocal.media.ManifestSpec;
import onair.awslocal.media.Protection;
import onair.awslocal.media.VideoRendition;
import onair.awslocal.speke.KeyRequest;
import onair.awslocal.speke.KeyServer;
import onair.awslocal.speke.KeyServerForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Endpoints that are encrypted by the keys of a key server, played with and without them. */
class EncryptedEndpointIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String CHANNEL = "drm";
  private static final String TARGET = "group/" + CHANNEL;
  private static final IngestPoint POINT = new IngestPoint("live", "drm-source");
  private static final UUID WIDEVINE = UUID.fromString("edef8ba9-79d6-4ace-a3c8-27dcd51d21ed");
  private static final UUID VIDEO = new UUID(1, 2);
  private static final UUID AUDIO = new UUID(3, 4);

  @TempDir Path folder;

  @Test
  void whatIsEncryptedPlaysOnlyWithTheKey() throws Exception {
    try (KeyServerForTests keys = KeyServerForTests.start();
        Studio studio = Studio.open(folder.resolve("plane"))) {
      studio.startChannel(job());
      for (Protection.Scheme scheme : Protection.Scheme.values()) {
        studio.plane.origin().putEndpoint(TARGET, endpoint(scheme.name()));
      }
      studio.publish(POINT);
      await()
          .atMost(PATIENCE)
          .until(() -> player(studio, "web").get("index.m3u8").statusCode() == 200);
      assertThat(player(studio, "CENC").get("index.m3u8").statusCode()).isEqualTo(503);

      for (Protection.Scheme scheme : Protection.Scheme.values()) {
        Protection protection = new KeyServer().ask(request(keys, scheme));
        studio.plane.origin().protect(TARGET, scheme.name(), protection);
      }
      assertThat(keys.asked.getFirst()).startsWith("2.0").contains("contentId=\"show\"");

      String clear =
          picture(studio, file(studio, "web", player(studio, "web").get("index_tiny.m3u8").body()));
      assertThat(clear).isNotEmpty();
      for (String scheme : List.of("CENC", "CBCS")) {
        String playlist = player(studio, scheme).get("index_tiny.m3u8").body();
        byte[] media = file(studio, scheme, playlist);
        assertThat(
                picture(studio, media, "-decryption_key", KeyServerForTests.hex(VIDEO.toString())))
            .as(scheme)
            .isEqualTo(clear);
        assertThat(picture(studio, media)).as(scheme + " without key").isNotEqualTo(clear);
        assertThat(picture(studio, media, "-decryption_key", KeyServerForTests.hex("another")))
            .isNotEqualTo(clear);
        assertThat(player(studio, scheme).get("index.mpd").body())
            .contains("urn:mpeg:dash:mp4protection:2011")
            .contains("cenc:default_KID=\"" + VIDEO + "\"")
            .contains("cenc:default_KID=\"" + AUDIO + "\"")
            .contains("urn:uuid:" + WIDEVINE);
      }
      String playlist = player(studio, "AES_128").get("index_tiny.m3u8").body();
      assertThat(playlist).contains("#EXT-X-KEY:METHOD=AES-128,URI=\"http://127.0.0.1:");
      assertThat(player(studio, "AES_128").decodeHls("index_tiny.m3u8", "0:v", 1)).isEqualTo(10);
      assertThat(picture(studio, file(studio, "AES_128", playlist))).isNotEqualTo(clear);
    }
  }

  private static KeyRequest request(KeyServerForTests keys, Protection.Scheme scheme) {
    return new KeyRequest(
        KeyRequest.Version.SPEKE_2,
        keys.address(),
        "show",
        scheme,
        Map.of(Protection.Tracks.VIDEO, VIDEO, Protection.Tracks.AUDIO, AUDIO),
        List.of(WIDEVINE));
  }

  private static EncoderJob job() {
    return new EncoderJob(
        CHANNEL,
        POINT,
        List.of(new VideoRendition("tiny", 160, 90, 100_000, 10, 1, Duration.ofSeconds(1), "MAIN")),
        List.of(new AudioRendition("audio", 64_000, 48_000, 2)),
        TARGET);
  }

  private static EndpointSpec endpoint(String name) {
    Duration window = Duration.ofSeconds(60);
    return new EndpointSpec(
        name,
        Duration.ofSeconds(1),
        Duration.ZERO,
        List.of(
            new ManifestSpec("index", ManifestSpec.Kind.HLS, window),
            new ManifestSpec("index", ManifestSpec.Kind.DASH, window)),
        true);
  }

  private static Player player(Studio studio, String endpoint) {
    return new Player(studio.ffmpeg, studio.server.address(TARGET, endpoint));
  }

  /** The header and the first segment that a playlist names. */
  private static byte[] file(Studio studio, String endpoint, String playlist) throws IOException {
    String init = playlist.replaceAll("(?s).*#EXT-X-MAP:URI=\"([^\"]+)\".*", "$1");
    String segment =
        playlist.lines().filter(line -> line.endsWith(".m4s")).findFirst().orElseThrow();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String name : List.of(init, segment)) {
      String address = studio.server.address(TARGET, endpoint) + name;
      try (InputStream in = URI.create(address).toURL().openStream()) {
        in.transferTo(all);
      }
    }
    return all.toByteArray();
  }

  /** The first picture as a text; empty when there is none to be seen. */
  private String picture(Studio studio, byte[] media, String... options) throws Exception {
    Path file = Files.write(folder.resolve("played.mp4"), media);
    Path jpeg = folder.resolve("played.jpg");
    Files.deleteIfExists(jpeg);
    List<String> command = new ArrayList<>(List.of(studio.ffmpeg.path().toString(), "-nostdin"));
    command.addAll(List.of("-loglevel", "quiet", "-y"));
    command.addAll(List.of(options));
    command.addAll(List.of("-i", file.toString(), "-frames:v", "1", jpeg.toString()));
    new ProcessBuilder(command).inheritIO().start().waitFor();
    return Files.exists(jpeg) && Files.size(jpeg) > 0
        ? HexFormat.of().formatHex(Files.readAllBytes(jpeg))
        : "";
  }
}
