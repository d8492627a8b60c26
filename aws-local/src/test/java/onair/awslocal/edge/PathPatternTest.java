package onair.awslocal.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {

  @ParameterizedTest
  @CsvSource({
    "*, /anything/at/all, true",
    "/out/v1/*, /out/v1/g/c/e/index.m3u8, true",
    "/out/v1/*, /out/v2/g, false",
    "out/v1/*, /out/v1/g, true",
    "/*.m3u8, /a/b/index.m3u8, true",
    "/*.m3u8, /a/b/index.m3u8x, false",
    "*.mp?, /clip.mp4, true",
    "*.mp?, /clip.mp, false",
    "*.mp?, /clip.mp42, false",
    "/a?c, /abc, true",
    "/a?c, /a/c, true",
    "/A, /a, false",
    "/exact, /exact, true",
    "/exact, /exact/more, false",
    "/*/seg_*.m4s, /g/c/seg_12.m4s, true",
    "/a*b*c, /aXbYbZc, true",
    "/a*b*c, /aXbYbZ, false",
  })
  void matchesAsCloudFrontDoes(String pattern, String path, boolean matches) {
    assertThat(new PathPattern(pattern).matches(path)).isEqualTo(matches);
  }

  @Test
  void answersAtOnceForPatternsThatMakeRegularExpressionsExplode() {
    assertThat(new PathPattern("/" + "a*".repeat(50) + "b").matches("/" + "a".repeat(4000)))
        .isFalse();
  }
}
