package onair.common.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import onair.test.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class OutgoingPropertiesTest {

  private static final Properties<OutgoingProperties> PROPERTIES =
      Properties.of(OutgoingProperties.class);

  @Test
  void reachesOnlyThePublicInternetByHttpsByDefault() {
    assertThat(PROPERTIES.bind())
        .isEqualTo(
            new OutgoingProperties(
                false,
                List.of(443, 8443),
                List.of(),
                Duration.ofSeconds(10),
                Duration.ofSeconds(3),
                Duration.ofSeconds(2),
                DataSize.ofKilobytes(64),
                200,
                20));
  }

  @Test
  void takesEveryKey() {
    assertThat(
            PROPERTIES.bind(
                "plain-http=true",
                "ports=",
                "allowed-networks=10.2.0.0/16,fd00::/8",
                "timeout=1s",
                "connect-timeout=2s",
                "lookup-timeout=3s",
                "max-body=1KB",
                "max-connections=7",
                "max-connections-per-host=6"))
        .isEqualTo(
            new OutgoingProperties(
                true,
                List.of(),
                List.of("10.2.0.0/16", "fd00::/8"),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                DataSize.ofKilobytes(1),
                7,
                6));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ports=0 | ports must be from 1 to 65535",
        "ports=443,70000 | ports must be from 1 to 65535",
        "allowed-networks=localhost | allowed-networks must be ranges like 10.2.0.0/16, not localhost",
        "allowed-networks=10.0.0.0/33 | allowed-networks must be ranges like 10.2.0.0/16",
        "timeout=0s | timeout must be longer than nothing",
        "connect-timeout=0s | connect-timeout must be longer than nothing",
        "lookup-timeout=-1s | lookup-timeout must be longer than nothing",
        "max-body=65MB | max-body must be 0B to 64MB",
        "max-connections=1 | max-connections-per-host must be from 1 to max-connections"
      })
  void isToldWhatIsWrong(String setting, String message) {
    assertThat(PROPERTIES.failure(setting)).contains("onair.outgoing." + message);
  }
}
