package onair.ads.adbreak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTest {

  @ParameterizedTest
  @CsvSource({
    "30000, 30000, 30000, FILLED",
    "30000, 29500, 30000, FILLED",
    "30000, 29499, 30000, UNDERFILLED",
    "30000, 0, 30000, UNDERFILLED",
    "30000, 10000, 20000, UNDERFILLED",
    "30000, 0, 0, SLATE",
  })
  void aBreakIsAsWellFilledAsItsWorstViewerSaw(long length, long least, long most, Outcome so) {
    assertThat(
            Outcome.of(
                Duration.ofMillis(length),
                new Spread(Duration.ofMillis(least), Duration.ofMillis(most))))
        .isEqualTo(so);
  }
}
