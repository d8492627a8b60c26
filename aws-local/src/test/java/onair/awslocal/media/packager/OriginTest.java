package onair.awslocal.media.packager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import onair.awslocal.media.EndpointSpec;
import onair.awslocal.media.ManifestSpec;
import onair.awslocal.media.ManifestSpec.Kind;
import onair.awslocal.origin.OriginResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginTest {

  @TempDir Path folder;
  private Origin origin;

  @BeforeEach
  void open() throws Exception {
    origin = new Origin(folder.resolve("origin"), InstantSource.fixed(Samples.NOON));
    origin.openChannel("group/channel");
  }

  @Test
  void whatIsNotThereYetIsNotFoundForAShortTime() {
    origin.putEndpoint("group/channel", endpoint(Kind.HLS));

    for (String file : List.of("index.m3u8", "index.mpd", "720p_1.m4s", "720p_init_1.mp4", "")) {
      OriginResponse response = get("web", file);
      assertThat(response.status()).isEqualTo(404);
      assertThat(response.maxAge()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }
    assertThat(get("other", "index.m3u8").status()).isEqualTo(404);
    assertThat(origin.get("group/other", "web", "index.m3u8", Map.of()).status()).isEqualTo(404);
  }

  @Test
  void namesLikePathsLeadNowhere() {
    origin.putEndpoint("group/channel", endpoint(Kind.HLS));

    for (String file :
        List.of("../secret_1.m4s", "a/b_1.m4s", "720p_99999999999999999999.m4s", "_1.m4s")) {
      assertThat(get("web", file).status()).isEqualTo(404);
    }
  }

  @Test
  void endpointNeedsAnOpenChannel() {
    assertThatThrownBy(() -> origin.putEndpoint("group/other", endpoint(Kind.HLS)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not open");
  }

  @Test
  void ingestNeedsAnOpenChannel() {
    assertThatThrownBy(() -> ingest("group/other", new byte[0]))
        .isInstanceOf(IngestRefused.class)
        .hasMessage("the origin has no channel group/other");
  }

  @Test
  void encoderThatEndsBeforeItBeginsIsNoError() throws Exception {
    ingest("group/channel", new byte[0]);
  }

  @Test
  void whatAnEarlierLifeLeftOnDiskIsRemoved() throws Exception {
    Path left = Files.createDirectories(folder.resolve("origin/1")).resolve("720p_0.m4s");
    Files.write(left, new byte[1]);

    new Origin(folder.resolve("origin"), InstantSource.fixed(Samples.NOON));

    assertThat(folder.resolve("origin")).isEmptyDirectory();
  }

  private OriginResponse get(String endpoint, String file) {
    return origin.get("group/channel", endpoint, file, Map.of());
  }

  private void ingest(String target, byte[] stream) throws Exception {
    origin.ingest(
        target,
        List.of(new TrackSpec("720p", 1)),
        new ByteArrayInputStream(stream),
        Samples.NOON,
        () -> {});
  }

  private static EndpointSpec endpoint(Kind kind) {
    ManifestSpec manifest = new ManifestSpec("index", kind, Duration.ofMinutes(1));
    return new EndpointSpec("web", Duration.ofSeconds(2), Duration.ZERO, List.of(manifest));
  }
}
