package onair.common.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import onair.test.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventPropertiesTest {

  private static final Properties<EventProperties> PROPERTIES =
      Properties.of(EventProperties.class);

  @Test
  void hasDefaults() {
    assertThat(PROPERTIES.bind())
        .isEqualTo(
            new EventProperties(
                "onair",
                Duration.ofSeconds(2),
                Duration.ofSeconds(20),
                Duration.ofSeconds(60),
                10));
  }

  @Test
  void takesEveryKey() {
    assertThat(
            PROPERTIES.bind(
                "bus=other", "relay-interval=1s", "poll=0s", "visibility=5s", "max-receives=3"))
        .isEqualTo(
            new EventProperties(
                "other", Duration.ofSeconds(1), Duration.ZERO, Duration.ofSeconds(5), 3));
  }

  @ParameterizedTest
  @CsvSource({
    "bus=default, bus must be the name",
    "bus=a b, bus must be the name",
    "relay-interval=0s, relay-interval must be longer",
    "poll=21s, poll must be 0s to 20s",
    "visibility=0s, visibility must be 1s to 12h",
    "max-receives=0, max-receives must be 1 to 1000"
  })
  void saysWhatIsWrong(String setting, String message) {
    assertThat(PROPERTIES.failure(setting)).contains("onair.event." + message);
  }

  @Test
  void waitsLongerAfterEachFailureButNotForEver() {
    assertThat(Backoff.after(0)).isEqualTo(Duration.ofMillis(500));
    assertThat(Backoff.after(1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(Backoff.after(100)).isEqualTo(Duration.ofSeconds(15));
  }
}
