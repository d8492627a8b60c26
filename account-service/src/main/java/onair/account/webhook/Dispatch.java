package onair.account.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import onair.account.event.EventLog;
import onair.account.event.LoggedEvent;
import onair.account.webhook.DeliveryStore.Busy;
import onair.common.reconcile.CrashPoint;
import onair.common.tenancy.Tenancy;
import onair.common.time.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sends what is due, each delivery on a thread of its own and a few of each webhook at a time, so
 * that a slow receiver or a long queue is nobody else's trouble. Any number of instances may.
 */
final class Dispatch {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
  private static final Duration INTERVAL = Duration.ofMillis(500);
  private static final int MOST = 100;

  private final EventLog log;
  private final WebhookStore webhooks;
  private final DeliveryStore deliveries;
  private final Sending sending;
  private final Conclusion conclusion;
  private final TransactionOperations transactions;
  private final WebhookProperties properties;
  private final InstantSource clock;
  private final Map<String, Integer> underWay = new ConcurrentHashMap<>();

  Dispatch(
      EventLog log,
      Stores stores,
      Sending sending,
      Conclusion conclusion,
      TransactionOperations transactions,
      WebhookProperties properties,
      InstantSource clock) {
    this.log = log;
    this.webhooks = stores.webhooks();
    this.deliveries = stores.deliveries();
    this.sending = sending;
    this.conclusion = conclusion;
    this.transactions = transactions;
    this.properties = properties;
    this.clock = clock;
  }

  /** The tables. */
  record Stores(WebhookStore webhooks, DeliveryStore deliveries) {}

  /**
   * Begins what is due; how long to rest.
   *
   * @param done run after each delivery
   */
  Duration round(Runnable done) {
    int free = MOST - underWay.values().stream().mapToInt(Integer::intValue).sum();
    if (free <= 0) {
      return INTERVAL;
    }
    List<Delivery> claimed =
        Objects.requireNonNull(
            transactions.execute(
                status ->
                    deliveries.claim(
                        busy(), properties.atATime(), free, Times.now(clock), lease())));
    claimed.forEach(delivery -> begin(delivery, done));
    return claimed.isEmpty() ? INTERVAL : Duration.ZERO;
  }

  private Busy busy() {
    return new Busy(
        underWay.entrySet().stream()
            .filter(entry -> entry.getValue() >= properties.atATime())
            .map(Map.Entry::getKey)
            .toList(),
        List.copyOf(underWay.keySet()));
  }

  /** Nothing is under way for so long, so who has not concluded by then has died. */
  private Duration lease() {
    return properties.timeout().multipliedBy(3);
  }

  private void begin(Delivery delivery, Runnable done) {
    underWay.merge(delivery.webhookId(), 1, Integer::sum);
    Thread.ofVirtual()
        .name("webhook-" + delivery.id())
        .start(
            () -> {
              try {
                Tenancy.runAs(delivery.organizationId(), () -> deliver(delivery));
              } catch (RuntimeException failure) {
                LOG.warn("The delivery {} is tried again: {}", delivery.id(), failure.toString());
              } finally {
                underWay.computeIfPresent(
                    delivery.webhookId(), (id, count) -> count == 1 ? null : count - 1);
                done.run();
              }
            });
  }

  private void deliver(Delivery delivery) {
    CrashPoint.hit("webhook claimed");
    Webhook webhook = webhooks.find(delivery.organizationId(), delivery.webhookId()).orElse(null);
    if (webhook == null) {
      return;
    }
    Instant now = Times.now(clock);
    LoggedEvent event = log.get(delivery.organizationId(), delivery.eventId());
    Sending.Sent sent =
        sending.send(delivery, webhook, webhooks.secrets(webhook, now), log.text(event), now);
    CrashPoint.hit("webhook sent");
    conclusion.conclude(delivery, sent);
  }
}
