package onair.channel.budget;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import onair.channel.budget.Spenders.Spender;
import onair.channel.cost.Spending;
import onair.channel.cost.Usage;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.reconcile.Reconciler;
import onair.common.time.Times;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Watches one budget: tells when most and when all of it is spent, and takes what it covers off the
 * air then. A channel in the ten minutes that its start costs anyway is left until they are over.
 * Each stop is a transaction of its own, so that none waits for another's channel.
 */
final class BudgetReconciler implements Reconciler {

  static final String NAME = "budget";

  private static final Outcome NEVER_AGAIN = new Outcome.Settled(Duration.ofDays(3650));

  /** What nobody sends to first, then what costs most. */
  private static final Comparator<Spender> ORDER =
      Comparator.comparing(Spender::fed)
          .thenComparing(Comparator.comparing(Spender::perHour).reversed())
          .thenComparing(Spender::channelId);

  private final BudgetStore store;
  private final Usage usage;
  private final Spenders spenders;
  private final OffSwitch offSwitch;
  private final BudgetEvents events;
  private final BudgetProperties properties;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  BudgetReconciler(
      BudgetStore store,
      Usage usage,
      Spenders spenders,
      OffSwitch offSwitch,
      BudgetEvents events,
      BudgetProperties properties,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.store = store;
    this.usage = usage;
    this.spenders = spenders;
    this.offSwitch = offSwitch;
    this.events = events;
    this.properties = properties;
    this.transactions = transactions;
    this.clock = clock;
  }

  private record Standing(Budget budget, Spending spending) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Outcome reconcile(String owner, Lease lease) {
    Instant now = Times.now(clock);
    Optional<Standing> standing =
        Objects.requireNonNull(
            transactions.execute(
                status -> {
                  lease.require();
                  return store.lock(owner).map(budget -> tell(budget, now));
                }));
    return standing.map(known -> attend(known, lease, now)).orElse(NEVER_AGAIN);
  }

  private Standing tell(Budget budget, Instant now) {
    YearMonth month = Usage.month(now);
    Spending spending = budget.counting(usage.in(month, budget.organizationId()));
    BigDecimal spent = spending.until(now);
    Level level = properties.level(budget.limit(), spent);
    Level told = budget.toldIn(month);
    if (level == budget.level() && month.equals(budget.month())) {
      return new Standing(budget, spending);
    }
    Budget reached = budget.reached(level, month, now);
    store.update(reached);
    if (level.compareTo(told) > 0) {
      events.reached(reached, spent, now);
    }
    return new Standing(reached, spending);
  }

  private Outcome attend(Standing standing, Lease lease, Instant now) {
    Budget budget = standing.budget();
    Spending spending = standing.spending();
    Stream<Instant> next =
        switch (budget.level()) {
          case EXCEEDED -> stopAll(budget, spending, lease, now).stream();
          case WARNED -> spending.reaches(budget.limit(), now).stream();
          case WITHIN -> spending.reaches(properties.warning(budget.limit()), now).stream();
        };
    Instant due =
        Stream.concat(
                next,
                Stream.of(
                    Usage.start(budget.month().plusMonths(1)), now.plus(properties.recheck())))
            .min(Instant::compareTo)
            .orElseThrow();
    return new Outcome.Waiting("it is not spent yet, or stays so", Duration.between(now, due));
  }

  /**
   * @return when the first of those is due that are paid for anyway
   */
  private List<Instant> stopAll(Budget budget, Spending spending, Lease lease, Instant now) {
    String why =
        "Stopped because the %s's budget of %s USD for %s is spent."
            .formatted(
                budget.channelId() == null ? "organization" : "channel",
                budget.limit().stripTrailingZeros().toPlainString(),
                budget.month());
    return spenders.wanted(budget.organizationId()).stream()
        .filter(spender -> budget.covers(spender.channelId()))
        .sorted(ORDER)
        .flatMap(
            spender -> {
              Instant paid = spending.paidUntil(spender.channelId()).orElse(now);
              if (paid.isAfter(now)) {
                return Stream.of(paid);
              }
              transactions.executeWithoutResult(
                  status -> {
                    lease.require();
                    offSwitch.stop(budget.organizationId(), spender.channelId(), why);
                  });
              return Stream.empty();
            })
        .toList();
  }
}
