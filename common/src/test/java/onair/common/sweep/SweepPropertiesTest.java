package onair.common.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class SweepPropertiesTest {

  /** The longest an owner's next run is put off, against running in step. */
  private static final double JITTER = 1.2;

  private final ApplicationContextRunner context =
      new ApplicationContextRunner().withUserConfiguration(Bound.class);

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(SweepProperties.class)
  static class Bound {}

  private static SweepProperties defaults() {
    return new SweepProperties(
        Duration.ofSeconds(90), Duration.ofMinutes(5), true, 20, Duration.ofDays(7));
  }

  @Test
  void removesFiveMinutesAfterItFoundByDefault() {
    context.run(it -> assertThat(it.getBean(SweepProperties.class)).isEqualTo(defaults()));
  }

  @Test
  void anOrphanIsOnItsWayOutWithinTenMinutesOfItsMaking() {
    double every = defaults().every().toMillis() * JITTER;

    assertThat(every + defaults().grace().toMillis() + every)
        .isLessThan(Duration.ofMinutes(10).toMillis());
  }

  @Test
  void takesEveryKey() {
    context
        .withPropertyValues(
            "onair.sweep.every=30s",
            "onair.sweep.grace=2m",
            "onair.sweep.remove=false",
            "onair.sweep.most=3",
            "onair.sweep.keep=1d")
        .run(
            it ->
                assertThat(it.getBean(SweepProperties.class))
                    .isEqualTo(
                        new SweepProperties(
                            Duration.ofSeconds(30),
                            Duration.ofMinutes(2),
                            false,
                            3,
                            Duration.ofDays(1))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"every=0s", "grace=-1s", "keep=0s", "most=0"})
  void nothingMayBeNothing(String setting) {
    context
        .withPropertyValues("onair.sweep." + setting)
        .run(
            it ->
                assertThat(it)
                    .hasFailed()
                    .getFailure()
                    .rootCause()
                    .message()
                    .contains(key(setting)));
  }

  private static String key(String setting) {
    return "onair.sweep." + setting.substring(0, setting.indexOf('='));
  }

  @Test
  void theGraceMustCoverTheTimeInWhichACallMayStillBeExplained() {
    assertThatThrownBy(() -> defaults().requireCovers(Duration.ofMinutes(6)))
        .hasMessageContaining("onair.sweep.grace must be at least onair.reconcile.settle");
  }
}
