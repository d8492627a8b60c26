package onair.channel.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class QuotaPropertiesTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner().withUserConfiguration(Bound.class);

  @Configuration
  @EnableConfigurationProperties(QuotaProperties.class)
  static class Bound {}

  @Test
  void hasTheseDefaults() {
    context.run(
        started ->
            assertThat(started.getBean(QuotaProperties.class))
                .isEqualTo(new QuotaProperties(Duration.ofSeconds(60), true)));
  }

  @Test
  void everyKeyCanBeSet() {
    context
        .withPropertyValues(
            "onair.channel.quotas.read-every=5s", "onair.channel.quotas.refuse=false")
        .run(
            started ->
                assertThat(started.getBean(QuotaProperties.class))
                    .isEqualTo(new QuotaProperties(Duration.ofSeconds(5), false)));
  }

  @Test
  void whatWouldNotBeTrustedOrAskTooOftenFailsTheStart() {
    context
        .withPropertyValues("onair.channel.quotas.read-every=1h")
        .run(
            started ->
                assertThat(started.getStartupFailure())
                    .rootCause()
                    .hasMessage("onair.channel.quotas.read-every must be 5s to 10m, not PT1H"));
  }
}
