package onair.delivery.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import onair.delivery.distribution.DistributionProperties.Presence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DistributionPropertiesTest {

  private static DistributionProperties bind(Map<String, String> values) {
    return new Binder(new MapConfigurationPropertySource(values))
        .bindOrCreate("onair.delivery", DistributionProperties.class);
  }

  @Test
  void hasDefaults() {
    assertThat(bind(Map.of()))
        .isEqualTo(
            new DistributionProperties(
                null,
                Presence.PRESENT,
                PriceClass.EUROPE_AND_AMERICA,
                Duration.ofSeconds(2),
                Duration.ofMinutes(5)));
    assertThat(bind(Map.of("onair.delivery.base-url", "")).baseUrl()).isNull();
  }

  @Test
  void takesEveryKey() {
    assertThat(
            bind(
                Map.of(
                    "onair.delivery.base-url", "http://127.0.0.1:8090/",
                    "onair.delivery.distribution", "absent",
                    "onair.delivery.price-class", "all",
                    "onair.delivery.deploy-poll", "500ms",
                    "onair.delivery.recheck", "1h")))
        .isEqualTo(
            new DistributionProperties(
                URI.create("http://127.0.0.1:8090/"),
                Presence.ABSENT,
                PriceClass.ALL,
                Duration.ofMillis(500),
                Duration.ofHours(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "base-url, viewers, must be an address",
    "deploy-poll, 0s, longer than nothing",
    "recheck, -1s, longer than nothing",
    "price-class, cheap, No enum constant",
    "distribution, maybe, No enum constant",
  })
  void saysWhatIsWrongWithABadValue(String key, String value, String told) {
    assertThatThrownBy(() -> bind(Map.of("onair.delivery." + key, value)))
        .hasRootCauseInstanceOf(IllegalArgumentException.class)
        .rootCause()
        .hasMessageContaining(told);
  }
}
