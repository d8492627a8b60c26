package onair.account.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import onair.test.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionPropertiesTest {

  private static final Properties<SessionProperties> PROPERTIES =
      Properties.of(SessionProperties.class);

  @Test
  void hasDefaults() {
    assertThat(PROPERTIES.bind())
        .isEqualTo(
            new SessionProperties(
                Duration.ofHours(12), Duration.ofDays(7), 10, 50, Duration.ofMinutes(15)));
  }

  @Test
  void takesEveryKey() {
    assertThat(
            PROPERTIES.bind(
                "idle=1h", "max-age=2h", "attempts=3", "address-attempts=5", "attempt-window=4m"))
        .isEqualTo(
            new SessionProperties(
                Duration.ofHours(1), Duration.ofHours(2), 3, 5, Duration.ofMinutes(4)));
  }

  @ParameterizedTest
  @CsvSource({
    "idle=0s, idle must be longer",
    "max-age=1h, max-age must not be shorter",
    "attempts=0, attempts must be",
    "address-attempts=9, address-attempts must not be less",
    "attempt-window=-1s, attempt-window must be"
  })
  void saysWhatIsWrong(String setting, String message) {
    assertThat(PROPERTIES.failure(setting)).contains("onair.account.session." + message);
  }
}
