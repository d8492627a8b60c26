package onair.channel.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class BudgetPropertiesTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner().withUserConfiguration(Bound.class);

  @Configuration
  @EnableConfigurationProperties(BudgetProperties.class)
  static class Bound {}

  @Test
  void hasTheseDefaults() {
    context.run(
        started ->
            assertThat(started.getBean(BudgetProperties.class))
                .isEqualTo(new BudgetProperties(80, Duration.ofHours(1))));
  }

  @Test
  void everyKeyCanBeSet() {
    context
        .withPropertyValues(
            "onair.channel.budgets.warn-at-percent=50", "onair.channel.budgets.recheck=5m")
        .run(
            started ->
                assertThat(started.getBean(BudgetProperties.class))
                    .isEqualTo(new BudgetProperties(50, Duration.ofMinutes(5))));
  }

  @ParameterizedTest
  @CsvSource({
    "warn-at-percent, 0, 'must be 1 to 100, not 0'",
    "warn-at-percent, 101, 'must be 1 to 100, not 101'",
    "recheck, 0s, 'must be longer than nothing, not PT0S'"
  })
  void whatMakesNoSenseFailsTheStart(String key, String value, String says) {
    context
        .withPropertyValues("onair.channel.budgets." + key + "=" + value)
        .run(
            started ->
                assertThat(started.getStartupFailure())
                    .rootCause()
                    .hasMessage("onair.channel.budgets." + key + " " + says));
  }

  @ParameterizedTest
  @CsvSource({
    "10, 7.999999, WITHIN",
    "10, 8, WARNED",
    "10, 9.999999, WARNED",
    "10, 10, EXCEEDED",
    "0, 0, EXCEEDED"
  })
  void aBudgetIsSpentWhenAllOfItIs(BigDecimal limit, BigDecimal spent, Level level) {
    assertThat(new BudgetProperties(80, Duration.ofHours(1)).level(limit, spent)).isEqualTo(level);
  }
}
