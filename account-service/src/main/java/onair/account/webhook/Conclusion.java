package onair.account.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import onair.account.event.EventLog;
import onair.common.event.DomainEvent;
import onair.common.event.Outbox;
import onair.common.id.Ids;
import onair.common.reconcile.CrashPoint;
import onair.common.time.Times;
import org.springframework.transaction.support.TransactionOperations;

/** Writes down what came of a try, and what follows from it. */
final class Conclusion {

  /** A receiver that took nothing for as long as a delivery is tried is not asked any more. */
  private static final Duration LONGEST_FAILING = Duration.ofHours(75);

  private static final String UNREADABLE =
      "Its secret cannot be read any more. Rotate it, give the receiver the new one, and enable the webhook; until then everything waits";

  private final WebhookStore webhooks;
  private final DeliveryStore deliveries;
  private final RetrySchedule schedule;
  private final Outbox outbox;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  Conclusion(
      WebhookStore webhooks,
      DeliveryStore deliveries,
      RetrySchedule schedule,
      Outbox outbox,
      TransactionOperations transactions,
      InstantSource clock) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.schedule = schedule;
    this.outbox = outbox;
    this.transactions = transactions;
    this.clock = clock;
  }

  void conclude(Delivery delivery, Sending.Sent sent) {
    transactions.executeWithoutResult(
        status -> {
          webhooks
              .lock(delivery.organizationId(), delivery.webhookId())
              .ifPresent(webhook -> conclude(webhook, delivery, sent));
          CrashPoint.hit("webhook concluding");
        });
  }

  private void conclude(Webhook webhook, Delivery delivery, Sending.Sent sent) {
    deliveries.log(delivery, sent.attempt());
    if (deliveries.pending(delivery).isEmpty()) {
      return;
    }
    Instant now = Times.now(clock);
    switch (sent.verdict()) {
      case Verdict.Taken() -> {
        deliveries.end(webhook, delivery, Delivery.Status.SUCCEEDED, now);
        if (webhook.failingSince() != null) {
          webhooks.failing(webhook, null);
        }
      }
      case Verdict.Later(Duration notBefore, String why) -> {
        Instant since = failing(webhook, sent);
        Optional<Duration> pause = pause(delivery, notBefore);
        if (pause.isPresent()) {
          deliveries.tryAgain(delivery, now.plus(pause.get()));
        } else {
          giveUp(webhook, delivery, since, why);
        }
      }
      case Verdict.Refused(String why) -> giveUp(webhook, delivery, failing(webhook, sent), why);
      case Verdict.Unsigned() -> {
        deliveries.tryAgain(delivery, now);
        disable(webhook, UNREADABLE);
      }
      case Verdict.Gone() -> {
        deliveries.tryAgain(delivery, now);
        disable(webhook, "The receiver answered 410: it wants nothing any more");
      }
    }
  }

  /** Who tries a webhook waits for what comes of it, and tries again when it failed. */
  private Optional<Duration> pause(Delivery delivery, Duration notBefore) {
    return delivery.type().equals(EventLog.WEBHOOK_TEST)
        ? Optional.empty()
        : schedule.after(delivery.tries(), notBefore);
  }

  private Instant failing(Webhook webhook, Sending.Sent sent) {
    Instant since = webhook.failingSince();
    if (since == null) {
      since = sent.attempt().startedAt();
      webhooks.failing(webhook, since);
    }
    return since;
  }

  private void giveUp(Webhook webhook, Delivery delivery, Instant failingSince, String why) {
    Instant now = Times.now(clock);
    deliveries.end(webhook, delivery, Delivery.Status.FAILED, now);
    if (!failingSince.isAfter(now.minus(LONGEST_FAILING))) {
      disable(webhook, "Nothing was taken for three days. The last time: " + why);
    }
  }

  private void disable(Webhook webhook, String reason) {
    if (webhook.status() == Webhook.Status.DISABLED) {
      return;
    }
    Webhook disabled =
        webhooks
            .find(webhook.organizationId(), webhook.id())
            .map(now -> now.disabled(reason, Times.now(clock)))
            .orElseThrow();
    webhooks.update(disabled);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("url", disabled.url().toString());
    data.put("reason", reason);
    data.put("metadata", disabled.metadata());
    outbox.publish(
        new DomainEvent(
            Ids.next("evt"),
            "webhook.disabled",
            disabled.organizationId(),
            new DomainEvent.Resource("webhook", disabled.id(), disabled.version()),
            data,
            disabled.updatedAt()));
  }
}
