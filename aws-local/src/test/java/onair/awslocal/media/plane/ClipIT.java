package onair.awslocal.media.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import onair.awslocal.media.Clip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A programme of its own, cut out of real video. */
class ClipIT {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String VIDEO = "index_180p.m3u8";

  @TempDir Path folder;
  @TempDir Path copy;

  @Test
  void clipAcrossAReconnectPlaysFromFilesAlone() throws Exception {
    try (Studio studio = Studio.open(folder)) {
      Player live = studio.player();
      studio.startChannel();
      Publisher publisher = studio.publish();
      await().atMost(PATIENCE).until(() -> segments(live) >= 3);
      publisher.kill();
      studio.publish();
      await().atMost(PATIENCE).until(() -> live.shows(VIDEO, "#EXT-X-DISCONTINUITY\n"));
      int before = segments(live);
      await().atMost(PATIENCE).until(() -> segments(live) >= before + 3);
      studio.plane.encoders().stop(Studio.job().channelId());

      Clip clip =
          studio
              .plane
              .origin()
              .clip(
                  Studio.TARGET, "web", Instant.EPOCH, Instant.now(), Studio.endpoint().manifests())
              .orElseThrow();
      for (Clip.File file : clip.files()) {
        Files.write(copy.resolve(file.name()), file.content().read());
      }
      studio.plane.origin().closeChannel(Studio.TARGET);

      Player files = new Player(studio.ffmpeg, copy + "/");
      long seconds = clip.length().toSeconds();
      assertThat(seconds).isGreaterThanOrEqualTo(6);
      assertThat(files.decodeHls(VIDEO, "0:v", 60))
          .isBetween(15 * (seconds - 1), 15 * seconds + 15);
      assertThat(files.decodeHls("index.m3u8", "0:a", 60)).isGreaterThan(46 * (seconds - 1));
      assertThat(files.decodeDash("index.mpd", "0:v:0", 60)).isGreaterThan(30);
    }
  }

  private static int segments(Player player) {
    var response = player.get(VIDEO);
    return response.statusCode() == 200
        ? (int) response.body().lines().filter(line -> line.endsWith(".m4s")).count()
        : 0;
  }
}
