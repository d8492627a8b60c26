package onair.account.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What organizations are told is what the documentation promises. */
class PublicEventsTest {

  private static final Path PAGE =
      Path.of("").toAbsolutePath().getParent().resolve("docs/events.md");

  @Test
  void areThoseOfTheDocumentation() throws IOException {
    List<String> documented =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.matches("\\| `[a-z_]+(\\.[a-z_]+)+` \\|.*"))
            .toList();

    assertThat(documented)
        .containsExactlyElementsOf(
            PublicEvents.known().values().stream()
                .map(
                    event ->
                        "| `%s` | %s | %s |"
                            .formatted(
                                event.type(),
                                event.says(),
                                event.fields().stream()
                                    .collect(Collectors.joining("`, `", "`", "`"))))
                .toList());
  }

  @Test
  void nameNothingThatIsSecretOrInside() {
    assertThat(PublicEvents.known().values())
        .allSatisfy(
            event ->
                assertThat(event.fields())
                    .doesNotContain("stream_key", "secret", "passphrase", "origin_path", "hls"));
  }

  @Test
  void followOnlyWhatThereIs() {
    assertThat(PublicEvents.known().values())
        .filteredOn(event -> event.follows() != null)
        .isNotEmpty()
        .allSatisfy(event -> assertThat(PublicEvents.known()).containsKey(event.follows()));
  }
}
