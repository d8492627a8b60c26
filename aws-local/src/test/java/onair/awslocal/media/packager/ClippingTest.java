package onair.awslocal.media.packager;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onair.awslocal.media.Clip;
import onair.awslocal.media.EndpointSpec;
import onair.awslocal.media.ManifestSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four segments of four seconds from noon, and after a pause of ten seconds two more. */
class ClippingTest {

  private static final List<ManifestSpec> MANIFESTS =
      List.of(
          new ManifestSpec("index", ManifestSpec.Kind.HLS, Duration.ofMinutes(1)),
          new ManifestSpec("index", ManifestSpec.Kind.DASH, Duration.ofMinutes(1)));

  @TempDir Path folder;
  private final Run first = Samples.run(1_000, Duration.ZERO);
  private final Run second = Samples.run(2_000, Duration.ofSeconds(26));

  @Test
  void timesOnSegmentBoundariesAreMetExactly() throws Exception {
    Clip clip = clip(4, 12);

    assertThat(clip.length()).isEqualTo(Duration.ofSeconds(8));
    assertThat(names(clip))
        .contains("720p_init_1000.mp4", "720p_11.m4s", "audio_12.m4s")
        .doesNotContain("720p_10.m4s", "720p_13.m4s")
        .endsWith("index.m3u8", "index.mpd");
  }

  @Test
  void timesWithinSegmentsNeverMakeItDifferByMoreThanASegment() throws Exception {
    for (int start = 0; start < 8; start++) {
      for (int end = start + 1; end <= 16; end++) {
        Duration off = clip(start, end).length().minusSeconds(end - start).abs();
        assertThat(off).as("%d to %d", start, end).isLessThanOrEqualTo(Duration.ofSeconds(4));
      }
    }
  }

  @Test
  void timeWithoutMediaIsNothing() throws Exception {
    assertThat(clipping().of(at(100), at(200), MANIFESTS)).isEmpty();
    assertThat(clipping().of(at(17), at(25), MANIFESTS)).isEmpty();
  }

  @Test
  void playlistIsCompleteAndBreaksWhereTheEncoderCameBack() throws Exception {
    String playlist = text(clip(12, 34), "index_720p.m3u8");

    assertThat(playlist)
        .isEqualTo(
            """
            #EXTM3U
            #EXT-X-VERSION:7
            #EXT-X-TARGETDURATION:4
            #EXT-X-PLAYLIST-TYPE:VOD
            #EXT-X-MEDIA-SEQUENCE:0
            #EXT-X-INDEPENDENT-SEGMENTS
            #EXT-X-MAP:URI="720p_init_1000.mp4"
            #EXT-X-PROGRAM-DATE-TIME:2026-11-22T12:00:12.000Z
            #EXTINF:4.000000,
            720p_13.m4s
            #EXT-X-DISCONTINUITY
            #EXT-X-MAP:URI="720p_init_2000.mp4"
            #EXT-X-PROGRAM-DATE-TIME:2026-11-22T12:00:26.000Z
            #EXTINF:4.000000,
            720p_14.m4s
            #EXT-X-PROGRAM-DATE-TIME:2026-11-22T12:00:30.000Z
            #EXTINF:4.000000,
            720p_15.m4s
            #EXT-X-ENDLIST
            """);
  }

  @Test
  void dashIsStaticAndItsPeriodsFollowEachOtherWithoutThePause() throws Exception {
    String manifest = text(clip(12, 34), "index.mpd");

    assertThat(manifest)
        .contains("type=\"static\"", "mediaPresentationDuration=\"PT12S\"")
        .contains("<Period id=\"1000\" start=\"PT0S\">", "<Period id=\"2000\" start=\"PT4S\">")
        // One second into the encoder's time, then twelve of the run.
        .contains("presentationTimeOffset=\"1170000\"", "presentationTimeOffset=\"624000\"")
        .contains("<S t=\"1170000\" d=\"360000\"/>")
        .doesNotContain("UTCTiming", "availabilityStartTime");
  }

  private Clip clip(int start, int end) throws IOException {
    Optional<Clip> clip = clipping().of(at(start), at(end), MANIFESTS);
    return clip.orElseThrow();
  }

  private Clipping clipping() throws IOException {
    SegmentCutter cutter = new SegmentCutter(Duration.ofSeconds(4), 10);
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      segments.addAll(cutter.add(Samples.gop(first, i)));
    }
    for (int i = 0; i < 4; i++) {
      segments.addAll(cutter.add(Samples.gop(second, i)));
    }
    Duration target = Duration.ofSeconds(4);
    EndpointSpec spec = new EndpointSpec("web", target, Duration.ofMinutes(5), MANIFESTS);
    return new Clipping(
        GopFiles.in(folder), new EndpointView(spec, segments, null, 0, target, null));
  }

  private static List<String> names(Clip clip) {
    return clip.files().stream().map(Clip.File::name).toList();
  }

  private static String text(Clip clip, String name) {
    return clip.files().stream()
        .filter(file -> file.name().equals(name))
        .map(
            file -> {
              try {
                return new String(file.content().read(), StandardCharsets.UTF_8);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .findFirst()
        .orElseThrow();
  }

  private static Instant at(long seconds) {
    return Samples.NOON.plusSeconds(seconds);
  }
}
