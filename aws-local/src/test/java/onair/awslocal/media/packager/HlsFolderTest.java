package onair.awslocal.media.packager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onair.awslocal.media.HlsOutput;
import onair.awslocal.state.StateStore;
import onair.awslocal.store.Bucket;
import onair.awslocal.store.ObjectStore;
import onair.awslocal.store.OpenObject;
import onair.awslocal.store.StoredObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HlsFolderTest {

  private static final HlsOutput OUTPUT =
      new HlsOutput(
          HlsOutput.Store.S3,
          "live",
          "live-s3/ch/index",
          Map.of("720p", "_hd", "audio", "_sound"),
          Duration.ofSeconds(2),
          3,
          4);

  @TempDir private Path folder;
  private StateStore state;
  private ObjectStore store;
  private GopFiles files;
  private HlsFolder hls;

  @BeforeEach
  void open() throws IOException {
    state = new StateStore(folder.resolve("state"));
    store = new ObjectStore("s3", state, folder.resolve("objects"), InstantSource.system());
    store.create("live");
    files = GopFiles.in(folder.resolve("gops"));
    hls = new HlsFolder(OUTPUT, () -> store.bucket("live"), files, 100);
  }

  @AfterEach
  void close() {
    state.close();
  }

  @Test
  void listsTheNewestSegmentsKeepsAFewMoreAndDeletesTheRest() throws IOException {
    Run run = Samples.run(1, Duration.ZERO);
    for (int i = 0; i < 6; i++) {
      hls.add(gop(run, i));
    }

    assertThat(text("index_hd.m3u8"))
        .contains("#EXT-X-MEDIA-SEQUENCE:103", "index_hd_103.mp4", "index_hd_105.mp4")
        .doesNotContain("index_hd_102.mp4");
    assertThat(keys())
        .contains("index_hd_102.mp4", "index_sound_102.mp4", "index_hd_init_1.mp4")
        .doesNotContain("index_hd_101.mp4")
        .noneMatch(key -> key.contains("360p"));
    assertThat(text("index.m3u8"))
        .contains("index_hd.m3u8", "URI=\"index_sound.m3u8\"")
        .doesNotContain("360p");
    assertThat(bucket().get("live-s3/ch/index_hd.m3u8").orElseThrow().meta().cacheControl())
        .isEqualTo("max-age=1");
    assertThat(bucket().get("live-s3/ch/index_hd_105.mp4").orElseThrow().meta().cacheControl())
        .isEqualTo("max-age=86400");
  }

  @Test
  void goesOnBehindABreakWhenTheEncoderIsStartedAgainAndForgetsTheOldHeader() throws IOException {
    Run first = Samples.run(1, Duration.ZERO);
    hls.add(gop(first, 0));
    hls.endRun();
    Run second = Samples.run(2, Duration.ofMinutes(1));
    hls.add(gop(second, 0));

    assertThat(text("index_hd.m3u8"))
        .containsSubsequence(
            "index_hd_init_1.mp4",
            "index_hd_100.mp4",
            "#EXT-X-DISCONTINUITY\n",
            "index_hd_init_2.mp4",
            "index_hd_101.mp4");
    for (int i = 1; i < 5; i++) {
      hls.add(gop(second, i));
    }
    assertThat(text("index_hd.m3u8")).contains("#EXT-X-DISCONTINUITY-SEQUENCE:1");
    assertThat(keys()).contains("index_hd_init_2.mp4").doesNotContain("index_hd_init_1.mp4");
  }

  @Test
  void saysWhatIsMissingWhenTheBucketIsNotThere() {
    HlsFolder nowhere = new HlsFolder(OUTPUT, Optional::empty, files, 100);

    assertThatThrownBy(() -> nowhere.add(gop(Samples.run(1, Duration.ZERO), 0)))
        .isInstanceOf(IngestRefused.class)
        .hasMessage("there is no bucket live to write HLS to");
  }

  /** The sample's GOP with bytes on disk. */
  private Gop gop(Run run, int index) throws IOException {
    List<Gop.Part> parts = new ArrayList<>();
    List<Gop.Part> samples = Samples.gop(run, index).parts();
    for (int i = 0; i < samples.size(); i++) {
      Gop.Part part = samples.get(i);
      byte[] bytes = ("gop " + index).getBytes(StandardCharsets.UTF_8);
      Path file = files.write(run.id(), run.renditions().get(i).name(), index, bytes);
      parts.add(new Gop.Part(part.start(), part.duration(), part.samples(), file, bytes.length));
    }
    return new Gop(run, parts);
  }

  private Bucket bucket() {
    return store.bucket("live").orElseThrow();
  }

  private List<String> keys() {
    return bucket().list("", "", null, 1000).objects().stream()
        .map(StoredObject::key)
        .map(key -> key.substring(key.lastIndexOf('/') + 1))
        .toList();
  }

  private String text(String name) throws IOException {
    try (OpenObject open = bucket().open("live-s3/ch/" + name).orElseThrow()) {
      return new String(open.from(0).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
