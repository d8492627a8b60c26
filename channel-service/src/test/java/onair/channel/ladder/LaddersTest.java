package onair.channel.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
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
          "720p", "width": 1280    | "720p", "width": 1281    | video[0].width: 720p: must be even
          "height": 720, "bits     | "height": 721, "bits     | video[0].height: 720p: must be even
          "height": 480            | "height": 720            | video[1]: 480p: must have the shape of the source
          "bits_per_second": 800000| "bits_per_second": 9     | video[2].bits_per_second: 360p: must be 100000 to 20000000
          "name": "480p"           | "name": "720p"           | video[1].name: 720p: is the name of another
          "sample_rate": 48000     | "sample_rate": 22050     | audio[0].sample_rate: aac-128: must be 44100 or 48000
          "channels": 2            | "channels": 6            | audio[0].channels: aac-128: must be 1 to 2
          "gop_seconds": 2         | "gop_seconds": 0         | gop_seconds: the ladder: must be 1 to 6
          "frame_rate": 30         | "frame_rate": 300        | frame_rate: the ladder: must be 24 to 60
          "frame_rate": 30         | "frame_rate": 30, "x": 1 | "x"
          "gop_seconds": 2,        | ''                       | gop_seconds
          "profile": "main"        | "profile": "best"        | best
          """)
  void aFileThatBreaksARuleIsRefusedNamingIt(String good, String bad, String rule)
      throws IOException {
    String broken = file("720p").replaceFirst(Pattern.quote(good), bad);

    assertThatThrownBy(() -> Ladders.read(stream(broken))).hasMessageContaining(rule);
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyDataFileIsWhatTheSchemaSays(String name) throws IOException {
    assertThat(schema().validate(file(name), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "720p", "width": 1280    | "720p", "width": 1281    | /video/0/width
          "bits_per_second": 800000| "bits_per_second": 0     | /video/2/bits_per_second
          "gop_seconds": 2         | "gop_seconds": 7         | /gop_seconds
          "channels": 2            | "channels": 6            | /audio/0/channels
          "profile": "main"        | "profile": "best"        | /video/1/profile
          "name": "720p",          | "name": "../720p",       | /name
          """)
  void theSchemaRefusesWhatAnEditorCanTellAtOnce(String good, String bad, String where)
      throws IOException {
    String broken = file("720p").replaceFirst(Pattern.quote(good), bad);

    assertThat(schema().validate(broken, InputFormat.JSON))
        .extracting(error -> error.getInstanceLocation().toString())
        .containsExactly(where);
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(resource("/schemas/ladder.schema.json"), InputFormat.JSON);
  }

  private static String file(String name) throws IOException {
    return resource("/ladders/" + name + ".json");
  }

  private static String resource(String file) throws IOException {
    try (InputStream json = Objects.requireNonNull(LaddersTest.class.getResourceAsStream(file))) {
      return new String(json.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InputStream stream(String json) {
    return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
  }
}
