package onair.channel.budget;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import onair.channel.cost.Usage;
import onair.common.reconcile.Wakes;
import onair.common.time.Times;
import onair.common.version.IfMatch;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what users want of budgets. */
final class BudgetCommands {

  private final BudgetStore store;
  private final Spenders spenders;
  private final Wakes wakes;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  BudgetCommands(
      BudgetStore store,
      Spenders spenders,
      Wakes wakes,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.store = store;
    this.spenders = spenders;
    this.wakes = wakes;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A new budget, or another limit; whatever it is over is stopped soon after. */
  Budget put(String organizationId, String subject, IfMatch ifMatch, BigDecimal limit) {
    Budget put =
        transactions.execute(
            status -> {
              Instant now = Times.now(clock);
              Budget budget =
                  store
                      .lock(organizationId, subject)
                      .map(known -> limit(known, ifMatch, limit, now))
                      .orElseGet(() -> insert(organizationId, subject, limit, now));
              wakes.wake(BudgetReconciler.NAME, budget.id());
              return budget;
            });
    return Objects.requireNonNull(put);
  }

  private Budget limit(Budget known, IfMatch ifMatch, BigDecimal limit, Instant now) {
    ifMatch.require(known.version());
    if (known.limit().compareTo(limit) == 0) {
      return known;
    }
    Budget limited = known.limited(limit, now);
    store.update(limited);
    return limited;
  }

  private Budget insert(String organizationId, String subject, BigDecimal limit, Instant now) {
    if (!subject.equals(Budget.ORGANIZATION) && !spenders.has(organizationId, subject)) {
      throw BudgetProblems.channelNotFound(subject);
    }
    Budget budget = Budget.of(organizationId, subject, limit, Usage.month(now), now);
    store.insert(budget);
    return budget;
  }

  /** From now on nothing limits what is spent. */
  void delete(String organizationId, String subject, IfMatch ifMatch) {
    transactions.executeWithoutResult(
        status -> {
          Budget budget =
              store
                  .lock(organizationId, subject)
                  .orElseThrow(() -> BudgetProblems.notFound(subject));
          ifMatch.require(budget.version());
          store.delete(budget.id());
        });
  }
}
