package onair.account.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import onair.account.webhook.WebhookStore.Owned;
import onair.common.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Forgets deliveries that ended long ago, and gives up those whose event is not kept any more. */
final class DeliveryRetention {

  private static final Duration INTERVAL = Duration.ofHours(1);
  private static final int DELIVERIES = 1000;
  private static final int WEBHOOKS = 50;

  private final JdbcClient jdbc;
  private final Dispatch.Stores stores;
  private final TransactionOperations transactions;
  private final Duration kept;
  private final InstantSource clock;

  DeliveryRetention(
      JdbcClient jdbc,
      Dispatch.Stores stores,
      TransactionOperations transactions,
      Duration kept,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.stores = stores;
    this.transactions = transactions;
    this.kept = kept;
    this.clock = clock;
  }

  /** Goes on with both; how long to rest. */
  Duration round() {
    Instant now = Times.now(clock);
    int forgotten = forgetEnded(now.minus(kept));
    List<Owned> waiting = waitingForForgotten();
    waiting.forEach(webhook -> cancel(webhook, now));
    return forgotten < DELIVERIES && waiting.size() < WEBHOOKS ? INTERVAL : Duration.ZERO;
  }

  private int forgetEnded(Instant before) {
    return jdbc.sql(
            """
            delete from webhook_delivery where id in (
              select id from webhook_delivery where ended_at < :before limit :most)
            """)
        .param("before", Times.utc(before))
        .param("most", DELIVERIES)
        .update();
  }

  private List<Owned> waitingForForgotten() {
    return jdbc.sql(
            """
            select distinct delivery.organization_id, webhook_id from webhook_delivery delivery
            join event_head head on head.organization_id = delivery.organization_id
            where status = 'pending' and sequence <= head.forgotten limit :most
            """)
        .param("most", WEBHOOKS)
        .query((row, number) -> new Owned(row.getString(1), row.getString(2)))
        .list();
  }

  private void cancel(Owned owned, Instant now) {
    transactions.executeWithoutResult(
        status ->
            stores
                .webhooks()
                .lock(owned.organizationId(), owned.id())
                .ifPresent(webhook -> cancel(webhook, now)));
  }

  /** What waits behind is due. */
  private void cancel(Webhook webhook, Instant now) {
    List<String> resources =
        jdbc.sql(
                """
                update webhook_delivery set status = 'cancelled', due_at = null, ended_at = :now
                where organization_id = :organization and webhook_id = :webhook and status = 'pending'
                  and sequence <= (select forgotten from event_head where organization_id = :organization)
                returning resource_id
                """)
            .param("now", Times.utc(now))
            .param("organization", webhook.organizationId())
            .param("webhook", webhook.id())
            .query(String.class)
            .list();
    stores.deliveries().sendFirst(webhook, resources, now);
  }
}
