package onair.channel.waste;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class WastePropertiesTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner().withUserConfiguration(Bound.class);

  @Configuration
  @EnableConfigurationProperties(WasteProperties.class)
  static class Bound {}

  @Test
  void hasTheseDefaults() {
    context.run(
        started ->
            assertThat(started.getBean(WasteProperties.class))
                .isEqualTo(new WasteProperties(Duration.ofMinutes(10), Duration.ofMinutes(30))));
  }

  @Test
  void everyKeyCanBeSet() {
    context
        .withPropertyValues("onair.channel.waste.after=1m", "onair.channel.waste.removal=2m")
        .run(
            started ->
                assertThat(started.getBean(WasteProperties.class))
                    .isEqualTo(new WasteProperties(Duration.ofMinutes(1), Duration.ofMinutes(2))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"after", "removal"})
  void whatIsNegativeFailsTheStart(String key) {
    context
        .withPropertyValues("onair.channel.waste." + key + "=-1s")
        .run(
            started ->
                assertThat(started.getStartupFailure())
                    .rootCause()
                    .hasMessage("onair.channel.waste." + key + " must not be negative, not PT-1S"));
  }
}
