package onair.awslocal.media.packager;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MediaPlaylistTest {

  private final Run first = Samples.run(1_000, Duration.ZERO);
  private final Run second = Samples.run(2_000, Duration.ofSeconds(10));

  @Test
  void listsSegmentsWithTheirTimes() {
    Window window =
        Samples.window(Samples.segment(7, 0, first, 0), Samples.segment(8, 0, first, 1));

    assertThat(MediaPlaylist.write(window, "720p"))
        .isEqualTo(
            """
            #EXTM3U
            #EXT-X-VERSION:7
            #EXT-X-TARGETDURATION:2
            #EXT-X-MEDIA-SEQUENCE:7
            #EXT-X-DISCONTINUITY-SEQUENCE:0
            #EXT-X-INDEPENDENT-SEGMENTS
            #EXT-X-MAP:URI="720p_init_1000.mp4"
            #EXT-X-PROGRAM-DATE-TIME:2026-11-22T12:00:00.000Z
            #EXTINF:2.000000,
            720p_7.m4s
            #EXT-X-PROGRAM-DATE-TIME:2026-11-22T12:00:02.000Z
            #EXTINF:2.000000,
            720p_8.m4s
            """);
  }

  @Test
  void newRunIsADiscontinuityWithItsOwnInit() {
    Window window =
        Samples.window(Samples.segment(9, 3, first, 4), Samples.segment(10, 4, second, 0));

    assertThat(MediaPlaylist.write(window, "audio"))
        .contains("#EXT-X-DISCONTINUITY-SEQUENCE:3\n")
        .contains(
            """
            audio_9.m4s
            #EXT-X-DISCONTINUITY
            #EXT-X-MAP:URI="audio_init_2000.mp4"
            #EXT-X-PROGRAM-DATE-TIME:2026-11-22T12:00:10.000Z
            #EXTINF:2.000000,
            audio_10.m4s
            """);
  }

  @Test
  void windowThatBeginsWithALaterRunCountsTheDiscontinuitiesBefore() {
    Window window = Samples.window(Samples.segment(10, 4, second, 0));

    assertThat(MediaPlaylist.write(window, "720p"))
        .contains("#EXT-X-DISCONTINUITY-SEQUENCE:4\n")
        .doesNotContain("#EXT-X-DISCONTINUITY\n");
  }

  @Test
  void segmentWithoutThisRenditionIsAGap() {
    Segment mute = new Segment(8, 0, List.of(Samples.without(2, Samples.gop(first, 1))));
    Window window = Samples.window(Samples.segment(7, 0, first, 0), mute);

    assertThat(MediaPlaylist.write(window, "audio"))
        .startsWith("#EXTM3U\n#EXT-X-VERSION:8\n")
        .contains("#EXT-X-GAP\n#EXT-X-PROGRAM-DATE-TIME:2026-11-22T12:00:02.000Z\n");
    assertThat(MediaPlaylist.write(window, "720p")).doesNotContain("GAP");
  }

  @Test
  void renditionThatCameWithALaterRunBeginsThere() {
    Run smaller = new Run(500, Samples.NOON, 90_000, List.of(Samples.HIGH));
    Window window =
        Samples.window(Samples.segment(6, 0, smaller, 0), Samples.segment(7, 1, first, 0));

    assertThat(MediaPlaylist.write(window, "360p"))
        .contains("#EXT-X-MEDIA-SEQUENCE:7\n#EXT-X-DISCONTINUITY-SEQUENCE:1\n")
        .doesNotContain("360p_6");
  }
}
