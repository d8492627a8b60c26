package onair.vod.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import onair.test.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class UploadPropertiesTest {

  private static final Properties<UploadProperties> PROPERTIES =
      Properties.of(UploadProperties.class);

  @Test
  void hasDefaultsForEverything() {
    assertThat(PROPERTIES.bind())
        .isEqualTo(
            new UploadProperties(
                null,
                DataSize.ofMegabytes(8),
                Duration.ofHours(1),
                Duration.ofHours(23),
                Duration.ofMinutes(1)));
  }

  @Test
  void takesEverySetting() {
    assertThat(
            PROPERTIES.bind(
                "endpoint=http://studio.example.com:4566",
                "part-size=16MB",
                "address-validity=10m",
                "expiry=2h",
                "sweep=5m"))
        .isEqualTo(
            new UploadProperties(
                URI.create("http://studio.example.com:4566"),
                DataSize.ofMegabytes(16),
                Duration.ofMinutes(10),
                Duration.ofHours(2),
                Duration.ofMinutes(5)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "part-size=4MB",
        "part-size=5500KB",
        "address-validity=13h",
        "expiry=25h",
        "expiry=0s",
        "sweep=2h"
      })
  void refusesWhatS3OrTheUserCouldNotLiveWith(String setting) {
    assertThat(PROPERTIES.failure(setting))
        .contains("onair.vod.upload." + setting.substring(0, setting.indexOf('=')));
  }
}
