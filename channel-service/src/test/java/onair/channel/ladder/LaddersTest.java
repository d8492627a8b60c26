package onair.channel.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import onair.channel.ladder.Ladder.Video;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LaddersTest {

  static List<String> names() {
    return Ladders.BUNDLED;
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyDataFileHoldsTheLadderItIsNamedAfter(String name) {
    assertThat(Ladders.bundled().require(name).name()).isEqualTo(name);
  }

  @Test
  void everyDataFileIsOffered() throws Exception {
    Path folder =
        Path.of(Objects.requireNonNull(getClass().getResource("/ladders/720p.json")).toURI())
            .getParent();
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
          .containsExactlyInAnyOrderElementsOf(Ladders.BUNDLED);
    }
  }

  @Test
  void the720pLadderIs720And480And360LinesWithStereoSound() {
    Ladder ladder = Ladders.bundled().require("720p");

    assertThat(ladder.video()).extracting(Video::height).containsExactly(720, 480, 360);
    assertThat(ladder.audio()).hasSize(1).allMatch(audio -> audio.channels() == 2);
    assertThat(ladder.gopSeconds()).isEqualTo(2);
  }

  @Test
  void anUnknownNameIsNotFound() {
    assertThat(Ladders.bundled().find("4320p")).isEmpty();
    assertThat(Ladders.bundled().find("../720p")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "width": 1280            | "width": 1281            | 720p: width must be even
          "height": 720            | "height": 721            | 720p: height must be even
          "height": 480            | "height": 720            | each rendition must be smaller than the one before it
          "bits_per_second": 800000| "bits_per_second": 9     | 360p: bits_per_second must be
          "name": "480p"           | "name": "720p"           | twice: 720p
          "sample_rate": 48000     | "sample_rate": 22050     | sample_rate is 44100 or 48000
          "channels": 2            | "channels": 6            | channels is 1 or 2
          "gop_seconds": 2         | "gop_seconds": 0         | gop_seconds must be 1 to 6
          "frame_rate": 30         | "frame_rate": 300        | frame_rate must be 24 to 60
          "frame_rate": 30         | "frame_rate": 30, "x": 1 | "x"
          "gop_seconds": 2,        | ''                       | gop_seconds
          "profile": "main"        | "profile": "best"        | best
          """)
  void aFileThatBreaksARuleIsRefusedNamingIt(String good, String bad, String rule)
      throws IOException {
    String broken = file("720p").replaceFirst(Pattern.quote(good), bad);

    assertThatThrownBy(() -> Ladders.read(stream(broken))).hasMessageContaining(rule);
  }

  private static String file(String name) throws IOException {
    try (InputStream json =
        Objects.requireNonNull(
            LaddersTest.class.getResourceAsStream("/ladders/" + name + ".json"))) {
      return new String(json.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InputStream stream(String json) {
    return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
  }
}
