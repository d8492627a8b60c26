package onair.vod.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import onair.vod.transcode.MediaFacts.Video;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {

  private static List<Rendition> of(int width, int height) {
    return Ladder.of(new Video(width, height, 25, "avc"));
  }

  @Test
  void aFullHdSourceGetsFourSizes() {
    assertThat(of(1920, 1080))
        .extracting(Rendition::width, Rendition::height)
        .containsExactly(tuple(1920, 1080), tuple(1280, 720), tuple(852, 480), tuple(640, 360));
  }

  @ParameterizedTest
  @CsvSource({
    "3840,2160",
    "1920,1080",
    "1080,1920",
    "1280,720",
    "1279,719",
    "720,576",
    "641,361",
    "320,240",
    "200,100",
    "17,16",
    "4096,16",
    "4001,999"
  })
  void nothingIsEverLargerThanTheSourceOrOdd(int width, int height) {
    assertThat(of(width, height))
        .isNotEmpty()
        .allSatisfy(
            rendition -> {
              assertThat(rendition.width()).isBetween(2, width).matches(pixels -> pixels % 2 == 0);
              assertThat(rendition.height())
                  .isBetween(2, height)
                  .matches(pixels -> pixels % 2 == 0);
            });
    assertThat(of(width, height)).extracting(Rendition::name).doesNotHaveDuplicates();
  }

  @Test
  void anUprightPictureStaysUpright() {
    Rendition largest = of(1080, 1920).getFirst();
    assertThat(largest.width()).isEqualTo(1080);
    assertThat(largest.height()).isEqualTo(1920);
  }
}
