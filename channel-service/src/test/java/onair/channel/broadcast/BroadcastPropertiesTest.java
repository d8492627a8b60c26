package onair.channel.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class BroadcastPropertiesTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner().withUserConfiguration(Bound.class);

  @Configuration
  @EnableConfigurationProperties(BroadcastProperties.class)
  static class Bound {}

  @Test
  void hasTheseDefaults() {
    context.run(
        started ->
            assertThat(started.getBean(BroadcastProperties.class))
                .isEqualTo(
                    new BroadcastProperties(Duration.ofMinutes(10), Duration.ofMinutes(15))));
  }

  @Test
  void everyKeyCanBeSet() {
    context
        .withPropertyValues(
            "onair.channel.broadcasts.prepare-ahead=1m", "onair.channel.broadcasts.start-within=2m")
        .run(
            started ->
                assertThat(started.getBean(BroadcastProperties.class))
                    .isEqualTo(
                        new BroadcastProperties(Duration.ofMinutes(1), Duration.ofMinutes(2))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"prepare-ahead", "start-within"})
  void whatIsNegativeFailsTheStart(String key) {
    context
        .withPropertyValues("onair.channel.broadcasts." + key + "=-1s")
        .run(
            started ->
                assertThat(started.getStartupFailure())
                    .rootCause()
                    .hasMessage(
                        "onair.channel.broadcasts." + key + " must not be negative, not PT-1S"));
  }
}
