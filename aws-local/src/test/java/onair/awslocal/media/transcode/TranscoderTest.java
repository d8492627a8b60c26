package onair.awslocal.media.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import onair.awslocal.media.encoder.Leftovers;
import onair.awslocal.media.transcode.MediaProbe.Media;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscoderTest {

  @TempDir Path folder;
  private Workshop workshop;

  @BeforeEach
  void open() throws Exception {
    workshop = new Workshop(folder);
  }

  @Test
  void filmBecomesOneSetThatPlaysAsHlsAndAsDash() throws Exception {
    Media card = workshop.media(workshop.files.card("card.mp4", 10));
    List<Integer> percents = new CopyOnWriteArrayList<>();

    CmafSet set = workshop.transcoder.cmaf(card, Workshop.ladder(), workshop.output, percents::add);

    assertThat(set.tracks()).extracting(CmafTrack::name).containsExactly("_v360", "_v180", "_a");
    assertThat(set.manifests()).containsExactly("index.m3u8", "index.mpd");
    assertThat(set.duration()).isBetween(Duration.ofSeconds(10), Duration.ofMillis(10_100));
    for (String manifest : set.manifests()) {
      String address = workshop.output.resolve(manifest).toString();
      assertThat(workshop.files.decoded(address, "0:v:0")).as(manifest).isEqualTo(300);
      assertThat(workshop.files.decoded(address, "0:v:1")).as(manifest).isEqualTo(300);
      assertThat(workshop.files.decoded(address, "0:a:0")).as(manifest).isBetween(468L, 475L);
    }
    assertThat(percents).isSorted().endsWith(100);
    assertThat(percents).hasSizeGreaterThan(2);
  }

  @Test
  void renditionsAreCutAtTheSameMomentsAndEachSegmentBeginsWithAKeyframe() throws Exception {
    Media card = workshop.media(workshop.files.card("card.mp4", 10));

    CmafSet set = workshop.transcoder.cmaf(card, Workshop.ladder(), workshop.output, percent -> {});

    CmafTrack large = set.tracks().get(0);
    CmafTrack small = set.tracks().get(1);
    assertThat(large.segments())
        .extracting(CmafTrack.Segment::duration)
        .containsExactly(360_000L, 360_000L, 180_000L);
    assertThat(small.segments())
        .extracting(CmafTrack.Segment::start)
        .isEqualTo(large.segments().stream().map(CmafTrack.Segment::start).toList());
    assertThat(set.tracks().get(2).segments()).hasSize(3);
    assertThat(large.frameRate()).isEqualTo(30);
    assertThat(Files.readString(workshop.output.resolve("index_v360.m3u8")))
        .contains("#EXT-X-PLAYLIST-TYPE:VOD", "#EXT-X-ENDLIST", "index_v360_000000003.cmfv");
    for (CmafTrack.Segment segment : large.segments()) {
      Path alone = folder.resolve("alone.mp4");
      Files.write(alone, Files.readAllBytes(workshop.output.resolve(large.init())));
      Files.write(
          alone,
          Files.readAllBytes(workshop.output.resolve(segment.file())),
          java.nio.file.StandardOpenOption.APPEND);
      assertThat(workshop.files.decoded(alone.toString(), "0:v:0"))
          .isEqualTo(segment.duration() / 3000);
    }
  }

  @Test
  void silentFilmGetsSilence() throws Exception {
    Path silent =
        workshop.files.make(
            "silent.mp4",
            "-f",
            "lavfi",
            "-i",
            "testsrc2=size=320x180:rate=25:duration=4",
            "-pix_fmt",
            "yuv420p");

    workshop.transcoder.cmaf(
        workshop.media(silent), Workshop.ladder(), workshop.output, percent -> {});

    assertThat(workshop.files.decoded(workshop.output.resolve("index.m3u8").toString(), "0:a:0"))
        .isBetween(187L, 190L);
  }

  @Test
  void soundThatEndsEarlyIsFilledUp() throws Exception {
    Path shorter =
        workshop.files.make(
            "shorter.mp4",
            "-f",
            "lavfi",
            "-i",
            "testsrc2=size=320x180:rate=25:duration=8",
            "-f",
            "lavfi",
            "-i",
            "sine=duration=1",
            "-pix_fmt",
            "yuv420p");

    CmafSet set =
        workshop.transcoder.cmaf(
            workshop.media(shorter), Workshop.ladder(), workshop.output, percent -> {});

    assertThat(set.tracks()).allSatisfy(track -> assertThat(track.segments()).hasSize(2));
  }

  @Test
  void soundAloneBecomesASetWithoutPictures() throws Exception {
    Path tone = workshop.files.make("tone.mp3", "-f", "lavfi", "-i", "sine=duration=9");
    CmafSpec spec =
        CmafSpec.of("index", List.of(), List.of(Workshop.audio("_a")), Duration.ofSeconds(4));

    CmafSet set =
        workshop.transcoder.cmaf(workshop.media(tone), spec, workshop.output, percent -> {});

    assertThat(set.tracks()).hasSize(1);
    assertThat(set.tracks().getFirst().segments()).hasSizeBetween(2, 3);
    assertThat(workshop.files.decoded(workshop.output.resolve("index.m3u8").toString(), "0:a:0"))
        .isGreaterThan(400);
  }

  @Test
  void downloadBeginsWithItsIndex() throws Exception {
    Media card = workshop.media(workshop.files.card("card.mp4", 4));
    Path file = workshop.output.resolve("film.mp4");

    workshop.transcoder.mp4(
        card,
        new Mp4Spec(Workshop.video("", 320, 180), Workshop.audio(""), -1),
        file,
        percent -> {});

    String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    assertThat(bytes.indexOf("moov")).isPositive().isLessThan(bytes.indexOf("mdat"));
    assertThat(workshop.files.decoded(file.toString(), "0:v:0")).isEqualTo(120);
    assertThat(workshop.files.decoded(file.toString(), "0:a:0")).isGreaterThan(185);
  }

  @Test
  void thumbnailsAreTakenAtEvenDistancesFromTheBeginning() throws Exception {
    Media card = workshop.media(workshop.files.card("card.mp4", 10));

    List<Path> thumbnails =
        workshop.transcoder.thumbnails(
            card, new ThumbnailSpec("thumb", 160, 90, 1, 4, 100, 80), workshop.output, p -> {});

    assertThat(thumbnails)
        .extracting(file -> file.getFileName().toString())
        .containsExactly("thumb.0000000.jpg", "thumb.0000001.jpg", "thumb.0000002.jpg");
    assertThat(thumbnails)
        .allSatisfy(file -> assertThat(workshop.files.decoded(file.toString(), "0:v:0")).isOne());
  }

  @Test
  void uprightFilmIsFittedIntoItsRendition() throws Exception {
    Path upright =
        workshop.files.make(
            "upright.mp4",
            "-f",
            "lavfi",
            "-i",
            "testsrc2=size=180x320:rate=25:duration=2",
            "-pix_fmt",
            "yuv420p");

    CmafSet set =
        workshop.transcoder.cmaf(
            workshop.media(upright), Workshop.ladder(), workshop.output, percent -> {});

    assertThat(set.tracks().getFirst().width()).isEqualTo(640);
    assertThat(set.tracks().getFirst().height()).isEqualTo(360);
  }

  @Test
  void picturesThatAreNotThereFailAndLeaveNothing() throws Exception {
    Path tone = workshop.files.make("tone.m4a", "-f", "lavfi", "-i", "sine=duration=3");
    Media media = workshop.media(tone);

    assertThatThrownBy(
            () ->
                workshop.transcoder.cmaf(media, Workshop.ladder(), workshop.output, percent -> {}))
        .isInstanceOf(TranscodeFailed.class)
        .hasMessage("the input has no pictures");
    assertThat(workshop.output).isEmptyDirectory();
  }

  @Test
  void interruptEndsTheWorkAndLeavesNothing() throws Exception {
    Media card = workshop.media(workshop.files.card("card.mp4", 1280, 720, 30, 60));
    AtomicReference<Throwable> end = new AtomicReference<>();
    List<Integer> percents = new CopyOnWriteArrayList<>();
    Thread worker =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    workshop.transcoder.cmaf(
                        card, Workshop.ladder(), workshop.output, percents::add);
                  } catch (Exception e) {
                    end.set(e);
                  }
                });
    await().atMost(Duration.ofSeconds(30)).until(() -> !percents.isEmpty());

    worker.interrupt();
    assertThat(worker.join(Duration.ofSeconds(10))).isTrue();

    assertThat(end.get()).isInstanceOf(InterruptedException.class);
    assertThat(workshop.output).isEmptyDirectory();
    try (Stream<ProcessHandle> children = ProcessHandle.current().children()) {
      assertThat(
              children.filter(child -> child.info().commandLine().orElse("").contains("card.mp4")))
          .isEmpty();
    }
  }

  @Test
  void programThatAFormerProcessLeftRunningIsEnded() throws Exception {
    Process left = new ProcessBuilder("sleep", "60").start();
    try {
      new Leftovers(workshop.work).remember(left);

      new Workshop(folder);

      assertThat(left.waitFor(5, TimeUnit.SECONDS)).isTrue();
    } finally {
      left.destroyForcibly();
    }
  }
}
