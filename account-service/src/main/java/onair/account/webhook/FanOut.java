package onair.account.webhook;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import onair.account.event.EventLog;
import onair.account.event.LoggedEvent;
import onair.account.webhook.WebhookStore.Owned;
import onair.common.time.Times;
import org.springframework.transaction.support.TransactionOperations;

/** Turns each log into deliveries, webhook by webhook, in the order of the log. */
final class FanOut {

  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final int WEBHOOKS = 50;
  private static final int EVENTS = 200;

  private final EventLog log;
  private final WebhookStore webhooks;
  private final DeliveryStore deliveries;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  FanOut(
      EventLog log,
      WebhookStore webhooks,
      DeliveryStore deliveries,
      TransactionOperations transactions,
      InstantSource clock) {
    this.log = log;
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Goes on with those that are behind, the least first; how long to rest. */
  Duration round(Runnable added) {
    List<Owned> behind = webhooks.behind(WEBHOOKS);
    behind.forEach(
        webhook -> {
          transactions.executeWithoutResult(
              status ->
                  webhooks.lock(webhook.organizationId(), webhook.id()).ifPresent(this::goOn));
          added.run();
        });
    return behind.isEmpty() ? INTERVAL : Duration.ZERO;
  }

  private void goOn(Webhook webhook) {
    List<LoggedEvent> events = log.after(webhook.organizationId(), webhook.position(), EVENTS);
    if (webhook.status() == Webhook.Status.ENABLED && !events.isEmpty()) {
      deliveries.add(
          webhook,
          events.stream().filter(event -> isFor(webhook, event)).toList(),
          false,
          Times.now(clock));
      webhooks.moveTo(webhook, events.getLast().sequence());
    }
  }

  /** A test goes to the webhook that is tried, whatever it wants, and to no other. */
  private static boolean isFor(Webhook webhook, LoggedEvent event) {
    return event.type().equals(EventLog.WEBHOOK_TEST)
        ? event.resource().id().equals(webhook.id())
        : webhook.wants(event.type());
  }
}
