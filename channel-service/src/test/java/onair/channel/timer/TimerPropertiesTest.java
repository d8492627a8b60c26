package onair.channel.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class TimerPropertiesTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner().withUserConfiguration(Bound.class);

  @Configuration
  @EnableConfigurationProperties(TimerProperties.class)
  static class Bound {}

  @Test
  void hasTheseDefaults() {
    context.run(
        started ->
            assertThat(started.getBean(TimerProperties.class))
                .isEqualTo(
                    new TimerProperties(
                        Duration.ofHours(1),
                        Duration.ofMinutes(30),
                        Duration.ZERO,
                        Duration.ofMinutes(5))));
  }

  @Test
  void everyKeyCanBeSet() {
    context
        .withPropertyValues(
            "onair.channel.timers.never-connected=1m",
            "onair.channel.timers.input-lost=2m",
            "onair.channel.timers.maximum-duration=3m",
            "onair.channel.timers.warning=4s")
        .run(
            started ->
                assertThat(started.getBean(TimerProperties.class))
                    .isEqualTo(
                        new TimerProperties(
                            Duration.ofMinutes(1),
                            Duration.ofMinutes(2),
                            Duration.ofMinutes(3),
                            Duration.ofSeconds(4))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"never-connected", "input-lost", "maximum-duration", "warning"})
  void whatIsNegativeFailsTheStart(String key) {
    context
        .withPropertyValues("onair.channel.timers." + key + "=-1s")
        .run(
            started ->
                assertThat(started.getStartupFailure())
                    .rootCause()
                    .hasMessage(
                        "onair.channel.timers." + key + " must not be negative, not PT-1S"));
  }
}
