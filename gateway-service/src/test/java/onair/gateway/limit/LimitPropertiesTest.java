package onair.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class LimitPropertiesTest {
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner().withUserConfiguration(Binding.class);

  @EnableConfigurationProperties(LimitProperties.class)
  static class Binding {}

  @Test
  void hasDefaults() {
    runner.run(
        context ->
            assertThat(context.getBean(LimitProperties.class))
                .isEqualTo(new LimitProperties(Duration.ofMillis(500), Duration.ofSeconds(1))));
  }

  @Test
  void takesEachValueFromItsProperty() {
    runner
        .withPropertyValues("onair.gateway.limit.lease-timeout=2s", "onair.gateway.limit.pause=3s")
        .run(
            context ->
                assertThat(context.getBean(LimitProperties.class))
                    .isEqualTo(new LimitProperties(Duration.ofSeconds(2), Duration.ofSeconds(3))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lease-timeout=0s", "pause=-1s"})
  void refusesToStartWithATimeOfNothing(String property) {
    runner
        .withPropertyValues("onair.gateway.limit." + property)
        .run(context -> assertThat(context).hasFailed());
  }
}
