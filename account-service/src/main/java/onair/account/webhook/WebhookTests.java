package onair.account.webhook;

import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import onair.account.event.EventLog;
import onair.common.event.DomainEvent;
import onair.common.event.Outbox;
import onair.common.id.Ids;
import onair.common.problem.Problem;
import onair.common.security.Caller;
import onair.common.time.Times;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tries webhooks by an event that goes the way of all others: into the log of the organization, and
 * from there to the webhook it is about, and no other.
 */
final class WebhookTests {

  private final Webhooks webhooks;
  private final Outbox outbox;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  WebhookTests(
      Webhooks webhooks, Outbox outbox, TransactionOperations transactions, InstantSource clock) {
    this.webhooks = webhooks;
    this.outbox = outbox;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Tells the event that is sent.
   *
   * @throws Problem 404 when there is no such webhook of this organization; 409 {@code
   *     webhook_disabled}
   */
  WebhookTestResponse send(Caller caller, String id) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              Webhook webhook = webhooks.get(caller, id);
              if (webhook.status() == Webhook.Status.DISABLED) {
                throw Problem.of(409, "webhook_disabled", "The webhook is disabled")
                    .detail("Nothing is sent there. Enable it first.");
              }
              DomainEvent event = event(webhook);
              outbox.publish(event);
              return WebhookTestResponse.of(webhook, event);
            }));
  }

  private DomainEvent event(Webhook webhook) {
    return new DomainEvent(
        Ids.next("evt"),
        EventLog.WEBHOOK_TEST,
        webhook.organizationId(),
        new DomainEvent.Resource("webhook", webhook.id(), webhook.version()),
        Map.of("url", webhook.url().toString(), "metadata", webhook.metadata()),
        Times.now(clock));
  }
}
