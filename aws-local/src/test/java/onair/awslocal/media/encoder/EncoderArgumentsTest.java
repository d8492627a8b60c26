package onair.awslocal.media.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import onair.awslocal.media.AudioRendition;
import onair.awslocal.media.EncoderJob;
import onair.awslocal.media.IngestPoint;
import onair.awslocal.media.VideoRendition;
import org.junit.jupiter.api.Test;

class EncoderArgumentsTest {

  private static final Instant STARTED = Instant.parse("2026-11-22T08:00:00.250Z");
  private static final AudioRendition AUDIO = new AudioRendition("audio", 128_000, 48_000, 2);

  @Test
  void ladderIsDecodedOnceAndEveryRungHasItsOwnSettings() {
    List<String> arguments =
        of(List.of(video("720p", 1280, 720, 30, 1), video("360p", 640, 360, 30, 1)), AUDIO);

    assertThat(arguments.stream().filter("-i"::equals)).hasSize(1);
    assertThat(arguments).containsSequence("-f", "flv", "-i", "pipe:0");
    assertThat(arguments)
        .containsSequence("-map", "[v1]", "-c:v:1", "libx264", "-preset:v:1", "superfast");
    assertThat(arguments).containsSequence("-b:v:1", "1000000", "-maxrate:v:1", "1000000");
    assertThat(arguments).containsSequence("-profile:v:0", "main");
    assertThat(arguments).containsSequence("-map", "[a0]", "-c:a:0", "aac", "-b:a:0", "128000");
    assertThat(arguments).endsWith("-f", "mp4", "pipe:1");
  }

  @Test
  void sharedFrameRateIsMadeBeforeTheSplit() {
    assertThat(filters(video("720p", 1280, 720, 30, 1), video("360p", 640, 360, 30, 1)))
        .isEqualTo(
            "[0:v]scale=trunc(iw*sar/2)*2:ih,setsar=1,fps=30/1,split=2[s0][s1];"
                + "[s0]scale=1280:720:force_original_aspect_ratio=decrease:force_divisible_by=2,"
                + "pad=1280:720:-1:-1,setsar=1,format=yuv420p[v0];"
                + "[s1]scale=640:360:force_original_aspect_ratio=decrease:force_divisible_by=2,"
                + "pad=640:360:-1:-1,setsar=1,format=yuv420p[v1];"
                + "[0:a]aresample=async=1:first_pts=0,asplit=1[a0]");
  }

  @Test
  void differentFrameRatesAreMadeRungByRung() {
    assertThat(filters(video("hi", 640, 360, 60, 1), video("lo", 640, 360, 30, 1)))
        .contains("setsar=1,split=2")
        .contains("format=yuv420p,fps=60/1[v0]")
        .contains("format=yuv420p,fps=30/1[v1]");
  }

  @Test
  void keyframesFallOnTheGopCountedInFrames() {
    List<String> arguments =
        of(List.of(video("a", 640, 360, 30_000, 1001), video("b", 320, 180, 25, 1)), AUDIO);

    assertThat(arguments).containsSequence("-g:v:0", "60", "-keyint_min:v:0", "60");
    assertThat(arguments).containsSequence("-g:v:1", "50", "-keyint_min:v:1", "50");
    assertThat(arguments).containsSequence("-sc_threshold:v:1", "0", "-bf:v:1", "0");
  }

  @Test
  void keyframesFallOnTheClockWhereTheSourcesRateIsKept() {
    List<String> arguments = of(List.of(video("a", 640, 360, 0, 0)), AUDIO);

    assertThat(arguments).containsSequence("-force_key_frames:v:0", "expr:gte(t,n_forced*2.000)");
    assertThat(arguments).doesNotContain("-keyint_min:v:0");
    assertThat(filters(video("a", 640, 360, 0, 0))).doesNotContain("fps=");
  }

  @Test
  void timeOfTheMediaIsTheTimeOfDay() {
    assertThat(of(List.of(video("a", 640, 360, 30, 1)), AUDIO))
        .containsSequence("-output_ts_offset", "1795334400.250");
  }

  @Test
  void soundAloneIsCutByTime() {
    List<String> arguments = of(List.of(), AUDIO);

    assertThat(arguments).containsSequence("-frag_duration", "2000000");
    assertThat(arguments).contains("[0:a]aresample=async=1:first_pts=0,asplit=1[a0]");
  }

  @Test
  void namesThatDoNotFitInAnAddressAreChangedAndKeptApart() {
    VideoRendition odd = video("720p / high", 1280, 720, 30, 1);
    VideoRendition twin = video("720p ? high", 640, 360, 30, 1);
    VideoRendition nameless = video("", 640, 360, 30, 1);

    assertThat(RenditionNames.tracks(job(List.of(odd, twin, nameless), AUDIO)))
        .extracting(track -> track.name())
        .containsExactly("720p---high", "720p---high-2", "track", "audio");
  }

  private static String filters(VideoRendition... video) {
    List<String> arguments = of(List.of(video), AUDIO);
    return arguments.get(arguments.indexOf("-filter_complex") + 1);
  }

  private static List<String> of(List<VideoRendition> video, AudioRendition audio) {
    return EncoderArguments.of(job(video, audio), false, "superfast", STARTED, "flv", List.of());
  }

  private static EncoderJob job(List<VideoRendition> video, AudioRendition audio) {
    return new EncoderJob("1", new IngestPoint("live", "x"), video, List.of(audio), "group/1");
  }

  private static VideoRendition video(
      String name, int width, int height, int numerator, int denominator) {
    return new VideoRendition(
        name, width, height, 1_000_000, numerator, denominator, Duration.ofSeconds(2), "MAIN");
  }
}
