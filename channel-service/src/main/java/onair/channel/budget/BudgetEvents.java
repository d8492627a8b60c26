package onair.channel.budget;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import onair.channel.cost.Usage;
import onair.common.event.DomainEvent;
import onair.common.event.Outbox;
import onair.common.id.Ids;
import onair.common.plan.Money;

/** Tells the rest of the platform about budgets, in the caller's transaction. */
final class BudgetEvents {

  private final Outbox outbox;

  BudgetEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /** It has become that bad. */
  void reached(Budget budget, BigDecimal spent, Instant now) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("organization_id", budget.organizationId());
    if (budget.channelId() != null) {
      data.put("channel_id", budget.channelId());
    }
    data.put("month", budget.month().toString());
    data.put("limit", Money.of(budget.limit(), Usage.CURRENCY).amount());
    data.put("spent", Money.of(spent, Usage.CURRENCY).amount());
    data.put("currency", Usage.CURRENCY);
    outbox.publish(
        new DomainEvent(
            Ids.next("evt"),
            budget.level() == Level.EXCEEDED ? "budget.exceeded" : "budget.warning",
            budget.organizationId(),
            new DomainEvent.Resource("budget", budget.id(), budget.version()),
            data,
            now));
  }
}
