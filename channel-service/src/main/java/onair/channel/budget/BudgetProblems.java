package onair.channel.budget;

import java.math.BigDecimal;
import onair.channel.cost.Usage;
import onair.common.plan.Money;
import onair.common.problem.Problem;
import onair.common.problem.Problems;

/** What can be wrong with budgets. */
final class BudgetProblems {

  private BudgetProblems() {}

  static Problem notFound(String subject) {
    return Problems.notFound("budget", subject);
  }

  /** Also for another organization's channel, and one that is being removed. */
  static Problem channelNotFound(String id) {
    return Problems.notFound("channel", id);
  }

  /** A start that the budget cannot pay for. */
  static Problem exceeded(Budget budget, BigDecimal spent, BigDecimal needed) {
    return Problem.of(402, "budget_exceeded", "The budget does not allow this")
        .detail(
            ("Of %s USD a month %s are spent or promised in %s, and a start costs %s at least."
                    + " Raise the budget of the %s, or wait for the next month.")
                .formatted(
                    amount(budget.limit()),
                    amount(spent),
                    budget.month(),
                    amount(needed),
                    budget.channelId() == null ? "organization" : "channel"))
        .with("budget", budget.subject())
        .with("limit", Money.of(budget.limit(), Usage.CURRENCY))
        .with("spent", Money.of(spent, Usage.CURRENCY))
        .with("needed", Money.of(needed, Usage.CURRENCY));
  }

  private static String amount(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }
}
