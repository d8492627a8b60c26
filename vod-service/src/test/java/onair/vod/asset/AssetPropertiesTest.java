package onair.vod.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import onair.test.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetPropertiesTest {

  private static final Properties<AssetProperties> PROPERTIES =
      Properties.of(AssetProperties.class);

  @Test
  void hasDefaultsForEverything() {
    assertThat(PROPERTIES.bind())
        .isEqualTo(
            new AssetProperties(
                4096,
                Duration.ofHours(12),
                Duration.ofMinutes(9),
                new AssetProperties.Watch(
                    Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(2))));
  }

  @Test
  void takesEverySetting() {
    assertThat(
            PROPERTIES.bind(
                "longest-side=8192",
                "longest-duration=1h",
                "recording-deadline=1m",
                "watch.processing=1s",
                "watch.removing=3s",
                "watch.retry=4s"))
        .isEqualTo(
            new AssetProperties(
                8192,
                Duration.ofHours(1),
                Duration.ofMinutes(1),
                new AssetProperties.Watch(
                    Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(4))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "longest-side=8193",
        "longest-side=0",
        "longest-duration=15d",
        "recording-deadline=0s",
        "watch.processing=0s",
        "watch.removing=-1s",
        "watch.retry=0s"
      })
  void refusesWhatCannotBe(String setting) {
    assertThat(PROPERTIES.failure(setting))
        .contains("onair.vod.asset." + setting.substring(0, setting.indexOf('=')));
  }
}
