package onair.channel.budget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import onair.channel.budget.Spenders.Spender;
import onair.channel.cost.Spending;
import onair.channel.cost.Usage;
import onair.common.time.Times;

/** Stands before each start. */
public final class Budgets {

  /** AWS bills ten minutes of each start at least. */
  private static final BigDecimal STARTS_OF_AN_HOUR = BigDecimal.valueOf(6);

  private static final int DIGITS = 6;

  private final BudgetStore store;
  private final Usage usage;
  private final Spenders spenders;
  private final InstantSource clock;

  Budgets(BudgetStore store, Usage usage, Spenders spenders, InstantSource clock) {
    this.store = store;
    this.usage = usage;
    this.spenders = spenders;
    this.clock = clock;
  }

  /**
   * Lets a start go on that every budget can pay for, its shortest run and those of other channels
   * that are about to run included; no other start counts until the transaction ends.
   *
   * @param perHour what the channel costs while it runs, in USD
   * @throws onair.common.problem.Problem 402 {@code budget_exceeded}
   */
  public void require(String organizationId, String channelId, BigDecimal perHour) {
    var budgets = store.lockCovering(organizationId, channelId);
    if (budgets.isEmpty()) {
      return;
    }
    Instant now = Times.now(clock);
    YearMonth month = Usage.month(now);
    Spending all = usage.in(month, organizationId);
    BigDecimal needed = shortest(perHour);
    for (Budget budget : budgets) {
      BigDecimal spent = budget.counting(all).until(now).add(promised(budget, all, channelId));
      if (spent.add(needed).compareTo(budget.limit()) > 0) {
        throw BudgetProblems.exceeded(budget.reached(budget.level(), month, now), spent, needed);
      }
    }
  }

  /** What channels cost at least that are to run and of which nothing is billed yet. */
  private BigDecimal promised(Budget budget, Spending all, String besides) {
    return spenders.wanted(budget.organizationId()).stream()
        .filter(other -> !other.channelId().equals(besides) && budget.covers(other.channelId()))
        .filter(other -> all.paidUntil(other.channelId()).isEmpty())
        .map(Spender::perHour)
        .map(Budgets::shortest)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal shortest(BigDecimal perHour) {
    return perHour.divide(STARTS_OF_AN_HOUR, DIGITS, RoundingMode.HALF_UP);
  }
}
