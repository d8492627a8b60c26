package onair.channel.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class RatePropertiesTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner().withUserConfiguration(Bound.class);

  @Configuration
  @EnableConfigurationProperties(RateProperties.class)
  static class Bound {}

  @Test
  void hasTheseDefaults() {
    context.run(
        started ->
            assertThat(started.getBean(RateProperties.class))
                .isEqualTo(
                    new RateProperties(
                        true,
                        Duration.ofSeconds(6),
                        new Rate(5, 25),
                        new Rate(5, 25),
                        new Rate(30, 25))));
  }

  @Test
  void everyKeyCanBeSet() {
    context
        .withPropertyValues(
            "onair.channel.rates.limit=false",
            "onair.channel.rates.patience=1s",
            "onair.channel.rates.medialive.per-second=10",
            "onair.channel.rates.medialive.burst=60",
            "onair.channel.rates.mediaconnect.per-second=2.5",
            "onair.channel.rates.mediaconnect.burst=1",
            "onair.channel.rates.mediaconnect-reads.per-second=60",
            "onair.channel.rates.mediaconnect-reads.burst=50")
        .run(
            started ->
                assertThat(started.getBean(RateProperties.class))
                    .isEqualTo(
                        new RateProperties(
                            false,
                            Duration.ofSeconds(1),
                            new Rate(10, 60),
                            new Rate(2.5, 1),
                            new Rate(60, 50))));
  }

  @Test
  void aBucketThatNeverHoldsACallFailsTheStart() {
    context
        .withPropertyValues(
            "onair.channel.rates.medialive.per-second=5", "onair.channel.rates.medialive.burst=0")
        .run(
            started ->
                assertThat(started.getStartupFailure())
                    .rootCause()
                    .hasMessage(
                        "onair.channel.rates takes more than 0 calls per second and a burst of at"
                            + " least 1, not 5.0 and 0"));
  }

  @Test
  void callsAreCountedAsAwsDoes() {
    var properties = new RateProperties(true, Duration.ZERO, null, null, null);

    assertThat(properties.group("MediaLive", "ListChannels").orElseThrow().name())
        .isEqualTo("medialive");
    assertThat(properties.group("MediaLive", "DescribeThumbnails")).isEmpty();
    assertThat(properties.group("MediaConnect", "DescribeFlow").orElseThrow().name())
        .isEqualTo("mediaconnect/reads");
    assertThat(properties.group("MediaConnect", "ListFlows").orElseThrow().name())
        .isEqualTo("mediaconnect");
    assertThat(properties.group("S3", "PutObject")).isEmpty();
  }
}
