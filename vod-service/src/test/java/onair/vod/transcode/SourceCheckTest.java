package onair.vod.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import onair.vod.transcode.MediaFacts.Video;
import onair.vod.transcode.Probes.Probed;
import onair.vod.transcode.SourceCheck.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceCheckTest {

  private static final SourceCheck CHECK = new SourceCheck(4096, Duration.ofHours(12));

  private static Verdict judge(@Nullable Video video, Duration duration, int audio) {
    return CHECK.judge(new Probed.Media(new MediaFacts("mp4", duration, video, audio)));
  }

  @Test
  void anOrdinaryVideoIsAcceptedWithAndWithoutSound() {
    var video = new Video(1920, 1080, 25, "avc");
    assertThat(judge(video, Duration.ofMinutes(1), 1)).isInstanceOf(Verdict.Accepted.class);
    assertThat(judge(video, Duration.ofMillis(40), 0)).isInstanceOf(Verdict.Accepted.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "16384 | 16384 | 25  | PT1M  | 16384 x 16384 pixels; at most 4096",
        "100000|     2 | 25  | PT1M  | at most 4096",
        "1920  |     8 | 25  | PT1M  | too small",
        "1920  |  1080 | 25  | PT0S  | no duration",
        "1920  |  1080 | 25  | PT13H | 780 minutes long; at most 720",
        "1920  |  1080 | 1000| PT1M  | 1000 frames a second",
      })
  void whatIsOutOfBoundsIsRejectedWithItsReason(
      int width, int height, double frames, Duration duration, String said) {
    assertThat(judge(new Video(width, height, frames, "avc"), duration, 1))
        .isInstanceOfSatisfying(
            Verdict.Rejected.class, rejected -> assertThat(rejected.reason()).contains(said));
  }

  @Test
  void soundAloneAndNothingAtAllAreToldApart() {
    assertThat(judge(null, Duration.ofMinutes(1), 1))
        .isEqualTo(new Verdict.Rejected("The file has sound but no picture."));
    assertThat(judge(null, Duration.ofMinutes(1), 0))
        .isEqualTo(new Verdict.Rejected("The file has neither picture nor sound."));
    assertThat(CHECK.judge(new Probed.NoMedia("it is a text")))
        .isEqualTo(new Verdict.Rejected("The file is not a video that can be read: it is a text"));
  }
}
