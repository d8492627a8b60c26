package onair.awslocal.media.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real video through the whole plane. */
class MediaPlaneIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;
  private Studio studio;

  @BeforeEach
  void openStudio() throws Exception {
    studio = Studio.open(folder);
  }

  @AfterEach
  void closeStudio() throws Exception {
    studio.close();
  }

  @Test
  void everyRenditionPlaysAsHlsAndAsDash() throws Exception {
    RecordedEvents events = studio.startChannel();
    Player player = studio.player();
    assertThat(player.get("index.m3u8").statusCode()).isEqualTo(404);

    studio.publish();
    await().atMost(PATIENCE).until(() -> player.shows("index_180p.m3u8", ".m4s"));
    assertThat(events.all).containsExactly("inputConnected", "firstOutput");

    for (String video : new String[] {"180p", "90p"}) {
      assertThat(player.decodeHls("index_" + video + ".m3u8", "0:v", 4)).isGreaterThan(45);
    }
    assertThat(player.decodeHls("index_audio.m3u8", "0:a", 4)).isGreaterThan(140);
    assertThat(player.decodeDash("index.mpd", "0:v:0", 4)).isGreaterThan(45);
    assertThat(player.decodeDash("index.mpd", "0:v:1", 4)).isGreaterThan(45);
    assertThat(player.decodeDash("index.mpd", "0:a:0", 4)).isGreaterThan(140);
  }
}
