package onair.awslocal.media.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbeTextTest {

  private static final String INPUT =
      "Input #0, mov,mp4,m4a,3gp,3g2,mj2, from 'file:/somewhere/a.mp4':";

  @Test
  void linesOfFfmpegFiveAreUnderstood() {
    ProbeText text =
        ProbeText.read(
            List.of(
                INPUT,
                "  Metadata:",
                "    major_brand     : isom",
                "  Duration: 01:02:03.45, start: 0.000000, bitrate: 2015 kb/s",
                "  Stream #0:0[0x1](und): Video: h264 (High) (avc1 / 0x31637661), yuv420p(progressive), 640x360 [SAR 1:1 DAR 16:9], 1937 kb/s, 29.97 fps, 29.97 tbr, 30k tbn (default)",
                "  Stream #0:1[0x2](eng): Audio: aac (LC) (mp4a / 0x6134706D), 44100 Hz, mono, fltp, 69 kb/s (default)"));

    assertThat(text.container()).isEqualTo("mov,mp4,m4a,3gp,3g2,mj2");
    assertThat(text.duration()).isEqualTo(Duration.parse("PT1H2M3.45S"));
    assertThat(text.video()).containsExactly(new VideoTrack(0, "h264", 640, 360, 30_000, 1001));
    assertThat(text.audio()).containsExactly(new AudioTrack(1, "aac", 44_100, 1, "eng"));
  }

  @Test
  void linesOfTheBundledFfmpegFourAreUnderstood() {
    ProbeText text =
        ProbeText.read(
            List.of(
                INPUT,
                "  Duration: N/A, start: 0.000000, bitrate: N/A",
                "  Stream #0:0(und): Video: hevc (Main) (hvc1 / 0x31637668), yuv420p, 1920x1080, 1937 kb/s, 50 fps, 50 tbr, 15360 tbn, 60 tbc (default)",
                "  Stream #0:2: Audio: opus, 48000 Hz, 5.1, fltp"));

    assertThat(text.duration()).isNull();
    assertThat(text.video()).containsExactly(new VideoTrack(0, "hevc", 1920, 1080, 50, 1));
    assertThat(text.audio()).containsExactly(new AudioTrack(2, "opus", 48_000, 6, "und"));
  }

  @Test
  void pixelsAreCountedAsShown() {
    ProbeText text =
        ProbeText.read(
            List.of(
                INPUT,
                "  Stream #0:0: Video: h264, yuv420p, 720x576 [SAR 64:45 DAR 16:9], 25 fps, 25 tbr, 90k tbn",
                "    Side data:",
                "      displaymatrix: rotation of -90.00 degrees"));

    assertThat(text.video()).containsExactly(new VideoTrack(0, "h264", 576, 1024, 25, 1));
  }

  @Test
  void coverArtAndWordsOfTheFileItselfAreNoTracks() {
    ProbeText text =
        ProbeText.read(
            List.of(
                INPUT,
                "    title           : x",
                "                    : Stream #0:7: Video: h264, yuv420p, 640x360, 25 fps",
                "  Stream #0:0: Audio: mp3, 44100 Hz, stereo, fltp, 64 kb/s",
                "  Stream #0:1: Video: mjpeg (Baseline), yuvj420p, 500x500 [SAR 1:1 DAR 1:1], 90k tbr, 90k tbn (attached pic)"));

    assertThat(text.video()).isEmpty();
    assertThat(text.audio()).containsExactly(new AudioTrack(0, "mp3", 44_100, 2, "und"));
  }
}
