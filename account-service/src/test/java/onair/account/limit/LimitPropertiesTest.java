package onair.account.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import onair.test.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitPropertiesTest {

  private static final Properties<LimitProperties> PROPERTIES =
      Properties.of(LimitProperties.class);

  @Test
  void hasDefaults() {
    LimitProperties defaults = PROPERTIES.bind();

    assertThat(defaults.of(Kind.KEY)).isEqualTo(new Rate(3000, Duration.ofMinutes(1)));
    assertThat(defaults.of(Kind.ORGANIZATION)).isEqualTo(new Rate(12000, Duration.ofMinutes(1)));
    assertThat(defaults.of(Kind.ADDRESS)).isEqualTo(new Rate(6000, Duration.ofMinutes(1)));
  }

  @Test
  void takesEveryKey() {
    LimitProperties set =
        PROPERTIES.bind(
            "key.permits=1",
            "key.within=2s",
            "organization.permits=3",
            "organization.within=4m",
            "address.permits=0",
            "address.within=6h");

    assertThat(set.of(Kind.KEY)).isEqualTo(new Rate(1, Duration.ofSeconds(2)));
    assertThat(set.of(Kind.ORGANIZATION)).isEqualTo(new Rate(3, Duration.ofMinutes(4)));
    assertThat(set.of(Kind.ADDRESS)).isEqualTo(new Rate(0, Duration.ofHours(6)));
    assertThat(set.of(Kind.ADDRESS).isUnlimited()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "key.permits=-1, key.permits must not be below 0",
    "organization.within=10ms, organization.within must be 1s to 24h",
    "address.within=2d, address.within must be 1s to 24h"
  })
  void saysWhatIsWrong(String setting, String message) {
    assertThat(PROPERTIES.failure(setting)).contains(message);
  }
}
