package onair.awslocal.media.packager;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MultivariantPlaylistTest {

  private final Run run = Samples.run(1_000, Duration.ZERO);

  @Test
  void offersEachPictureWithTheSound() {
    Window window = Samples.window(Samples.segment(7, 0, run, 0));

    assertThat(MultivariantPlaylist.write(window, "index", ""))
        .isEqualTo(
            """
            #EXTM3U
            #EXT-X-VERSION:7
            #EXT-X-INDEPENDENT-SEGMENTS
            #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="audio",DEFAULT=YES,AUTOSELECT=YES,CHANNELS="2",URI="index_audio.m3u8"
            #EXT-X-STREAM-INF:BANDWIDTH=3128000,AVERAGE-BANDWIDTH=3128000,CODECS="avc1.4d401f,mp4a.40.2",RESOLUTION=1280x720,FRAME-RATE=30.000,AUDIO="audio"
            index_720p.m3u8
            #EXT-X-STREAM-INF:BANDWIDTH=928000,AVERAGE-BANDWIDTH=928000,CODECS="avc1.4d401f,mp4a.40.2",RESOLUTION=640x360,FRAME-RATE=30.000,AUDIO="audio"
            index_360p.m3u8
            """);
  }

  @Test
  void peakIsMeasuredAndNeverBelowWhatWasDeclared() {
    Segment small = Samples.segment(7, 0, run, 0);
    Segment large = segmentOfSize(8, 1, 2_000_000);

    Bitrates bitrates = Bitrates.of(run, 0, List.of(small, large));

    assertThat(bitrates).isEqualTo(new Bitrates(8_000_000, 5_500_000));
    assertThat(Bitrates.of(run, 0, List.of(segmentOfSize(8, 1, 1_000))).peak())
        .isEqualTo(3_000_000);
  }

  @Test
  void queryIsPassedOnToTheMediaPlaylists() {
    Window window = Samples.window(Samples.segment(7, 0, run, 0));

    assertThat(MultivariantPlaylist.write(window, "tv", "?start=2026-11-22T12:00:00Z"))
        .contains("\ntv_720p.m3u8?start=2026-11-22T12:00:00Z\n")
        .contains("URI=\"tv_audio.m3u8?start=2026-11-22T12:00:00Z\"");
  }

  @Test
  void soundAloneIsAVariantOfItsOwn() {
    Run radio = new Run(1, Samples.NOON, 48_000, List.of(Samples.AUDIO));
    Window window = Samples.window(Samples.segment(7, 0, radio, 0));

    assertThat(MultivariantPlaylist.write(window, "index", ""))
        .endsWith(
            "#EXT-X-STREAM-INF:BANDWIDTH=128000,AVERAGE-BANDWIDTH=128000,CODECS=\"mp4a.40.2\"\n"
                + "index_audio.m3u8\n")
        .doesNotContain("EXT-X-MEDIA:");
  }

  @Test
  void pictureAloneNamesNoSound() {
    Run mute = new Run(1, Samples.NOON, 90_000, List.of(Samples.HIGH));
    Window window = Samples.window(Samples.segment(7, 0, mute, 0));

    assertThat(MultivariantPlaylist.write(window, "index", ""))
        .contains("CODECS=\"avc1.4d401f\",RESOLUTION=1280x720,FRAME-RATE=30.000\n")
        .doesNotContain("AUDIO");
  }

  private Segment segmentOfSize(long number, int index, int bytes) {
    Gop gop = Samples.gop(run, index);
    Gop.Part part = gop.parts().getFirst();
    Gop.Part sized =
        new Gop.Part(part.start(), part.duration(), part.samples(), part.file(), bytes);
    return new Segment(
        number, 0, List.of(new Gop(run, List.of(sized, gop.parts().get(1), gop.parts().get(2)))));
  }
}
