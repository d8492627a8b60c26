package onair.channel.budget;

import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How budgets are watched; prefix {@code onair.channel.budgets}.
 *
 * @param warnAtPercent of a budget that is told to be spent before all of it is, 1 to 100
 * @param recheck longest a budget goes unwatched; it is looked at earlier when something is due
 */
@ConfigurationProperties("onair.channel.budgets")
record BudgetProperties(
    @DefaultValue("80") int warnAtPercent, @DefaultValue("1h") Duration recheck) {

  BudgetProperties {
    if (warnAtPercent < 1 || warnAtPercent > 100) {
      throw new IllegalArgumentException(
          "onair.channel.budgets.warn-at-percent must be 1 to 100, not " + warnAtPercent);
    }
    if (!recheck.isPositive()) {
      throw new IllegalArgumentException(
          "onair.channel.budgets.recheck must be longer than nothing, not " + recheck);
    }
  }

  /** Of this limit, what is warned of. */
  BigDecimal warning(BigDecimal limit) {
    return limit.multiply(BigDecimal.valueOf(warnAtPercent)).movePointLeft(2);
  }

  Level level(BigDecimal limit, BigDecimal spent) {
    if (spent.compareTo(limit) >= 0) {
      return Level.EXCEEDED;
    }
    return spent.compareTo(warning(limit)) >= 0 ? Level.WARNED : Level.WITHIN;
  }
}
