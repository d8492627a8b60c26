package onair.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class BreakerPropertiesTest {
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner().withUserConfiguration(Binding.class);

  @EnableConfigurationProperties(BreakerProperties.class)
  static class Binding {}

  @Test
  void hasDefaults() {
    runner.run(
        context ->
            assertThat(context.getBean(BreakerProperties.class))
                .isEqualTo(new BreakerProperties(50, 10, 50, Duration.ofSeconds(2), 3)));
  }

  @Test
  void takesEachValueFromItsProperty() {
    runner
        .withPropertyValues(
            "onair.gateway.breaker.window=9",
            "onair.gateway.breaker.at-least=8",
            "onair.gateway.breaker.failure-percent=70",
            "onair.gateway.breaker.open=6s",
            "onair.gateway.breaker.trials=5")
        .run(
            context ->
                assertThat(context.getBean(BreakerProperties.class))
                    .isEqualTo(new BreakerProperties(9, 8, 70, Duration.ofSeconds(6), 5)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"at-least=0", "at-least=51", "failure-percent=101", "open=0s", "trials=0"})
  void refusesToStartWithABreakerThatCannotWork(String property) {
    runner
        .withPropertyValues("onair.gateway.breaker." + property)
        .run(context -> assertThat(context).hasFailed());
  }
}
