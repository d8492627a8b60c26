package onair.account.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import onair.account.event.LoggedEvent;
import onair.common.id.Ids;
import onair.common.paging.PageRequest;
import onair.common.time.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code webhook_delivery}. Of the pending deliveries of one webhook and resource only
 * the first has a time it is due at; whoever adds or ends one holds the webhook's lock.
 */
final class DeliveryStore {

  private final JdbcClient jdbc;

  DeliveryStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds a delivery of each event, in their order. */
  void add(Webhook webhook, List<LoggedEvent> events, boolean redelivery, Instant now) {
    if (events.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into webhook_delivery (id, organization_id, webhook_id, sequence, event_id, type, resource_id, status, redelivery, created_at)
            select one.id, :organization, :webhook, one.sequence, one.event, one.type, one.resource, 'pending', :redelivery, :now
            from unnest(:ids, :sequences, :events, :types, :resources)
              with ordinality as one (id, sequence, event, type, resource, number)
            order by number
            """)
        .param("organization", webhook.organizationId())
        .param("webhook", webhook.id())
        .param("redelivery", redelivery)
        .param("now", Times.utc(now))
        .param("ids", events.stream().map(event -> Ids.next("dlv")).toArray(String[]::new))
        .param("sequences", events.stream().map(LoggedEvent::sequence).toArray(Long[]::new))
        .param("events", events.stream().map(LoggedEvent::id).toArray(String[]::new))
        .param("types", events.stream().map(LoggedEvent::type).toArray(String[]::new))
        .param("resources", events.stream().map(one -> one.resource().id()).toArray(String[]::new))
        .update();
    sendFirst(webhook, events.stream().map(one -> one.resource().id()).toList(), now);
  }

  /** Makes the first pending delivery of each resource due, unless it is already. */
  void sendFirst(Webhook webhook, Collection<String> resourceIds, Instant now) {
    jdbc.sql(
            """
            update webhook_delivery set due_at = :now
            where due_at is null and place in (
              select min(place) from webhook_delivery
              where webhook_id = :webhook and status = 'pending' and resource_id = any(:resources)
              group by resource_id)
            """)
        .param("now", Times.utc(now))
        .param("webhook", webhook.id())
        .param("resources", resourceIds.toArray(String[]::new))
        .update();
  }

  /**
   * Takes what is due, some of each webhook and little of those that fail, so that none keeps the
   * others waiting. Each counts as lost and is due again when the lease is over.
   *
   * @param each most of one webhook
   * @param lease longer than a try takes
   */
  List<Delivery> claim(Busy busy, int each, int most, Instant now, Duration lease) {
    return jdbc.sql(
            """
            with due as materialized (
              select one.place from webhook
              cross join lateral (
                select place from webhook_delivery
                where webhook_id = webhook.id and due_at <= :now
                order by due_at, place
                limit (case when webhook.failing_since is null then :each else 1 end)
                for update skip locked) as one
              where webhook.status = 'enabled' and webhook.id <> all(:busy)
                and (webhook.failing_since is null or webhook.id <> all(:sending))
              limit :most)
            update webhook_delivery delivery set due_at = :lease, tries = tries + 1
            from due where delivery.place = due.place
            returning delivery.*
            """)
        .param("now", Times.utc(now))
        .param("each", each)
        .param("busy", busy.full().toArray(String[]::new))
        .param("sending", busy.sending().toArray(String[]::new))
        .param("most", most)
        .param("lease", Times.utc(now.plus(lease)))
        .query(DeliveryStore::read)
        .list();
  }

  /** The delivery while it is still to be made. */
  Optional<Delivery> pending(Delivery delivery) {
    return jdbc.sql(
            "select * from webhook_delivery where organization_id = :organization and id = :id and status = 'pending' for update")
        .param("organization", delivery.organizationId())
        .param("id", delivery.id())
        .query(DeliveryStore::read)
        .optional();
  }

  void log(Delivery delivery, Attempt attempt) {
    jdbc.sql(
            """
            insert into webhook_attempt (organization_id, delivery_id, number, started_at, took_millis, status, failure, reply)
            values (:organization, :delivery, :number, :at, :took, :status, :failure, :reply)
            on conflict do nothing
            """)
        .param("organization", delivery.organizationId())
        .param("delivery", delivery.id())
        .param("number", attempt.number())
        .param("at", Times.utc(attempt.startedAt()))
        .param("took", attempt.took().toMillis())
        .param("status", attempt.status())
        .param("failure", attempt.failure())
        .param("reply", attempt.reply())
        .update();
  }

  void tryAgain(Delivery delivery, Instant at) {
    jdbc.sql("update webhook_delivery set due_at = :at where id = :id")
        .param("at", Times.utc(at))
        .param("id", delivery.id())
        .update();
  }

  /** It is not tried any more; the next one of its resource is due. */
  void end(Webhook webhook, Delivery delivery, Delivery.Status status, Instant now) {
    jdbc.sql(
            "update webhook_delivery set status = :status, due_at = null, ended_at = :now where id = :id")
        .param("status", status.word())
        .param("now", Times.utc(now))
        .param("id", delivery.id())
        .update();
    sendFirst(webhook, List.of(delivery.resourceId()), now);
  }

  /** What waits beyond a sequence is not sent. */
  void cancelAfter(Webhook webhook, long sequence, Instant now) {
    jdbc.sql(
            """
            update webhook_delivery set status = 'cancelled', due_at = null, ended_at = :now
            where webhook_id = :webhook and status = 'pending' and sequence > :sequence
            """)
        .param("now", Times.utc(now))
        .param("webhook", webhook.id())
        .param("sequence", sequence)
        .update();
  }

  /** What waits for its next try waits no longer. */
  void hurry(Webhook webhook, Instant now) {
    jdbc.sql(
            "update webhook_delivery set due_at = :now where webhook_id = :webhook and due_at > :now")
        .param("now", Times.utc(now))
        .param("webhook", webhook.id())
        .update();
  }

  Optional<Delivery> find(Webhook webhook, String id) {
    return jdbc.sql(
            """
            select * from webhook_delivery
            where organization_id = :organization and webhook_id = :webhook and id = :id
            """)
        .param("organization", webhook.organizationId())
        .param("webhook", webhook.id())
        .param("id", id)
        .query(DeliveryStore::read)
        .optional();
  }

  /** Newest first. */
  List<Delivery> list(
      Webhook webhook, @Nullable String status, @Nullable String eventId, PageRequest page) {
    return jdbc.sql(
            """
            select * from webhook_delivery
            where organization_id = :organization and webhook_id = :webhook
              and (cast(:after as text) is null or id < :after)
              and (cast(:status as text) is null or status = :status)
              and (cast(:event as text) is null or event_id = :event)
            order by id desc limit :limit
            """)
        .param("organization", webhook.organizationId())
        .param("webhook", webhook.id())
        .param("after", page.after())
        .param("status", status)
        .param("event", eventId)
        .param("limit", page.fetchSize())
        .query(DeliveryStore::read)
        .list();
  }

  /** The one added last for an event. */
  Delivery newest(Webhook webhook, String eventId) {
    return jdbc.sql(
            """
            select * from webhook_delivery where webhook_id = :webhook and event_id = :event
            order by place desc limit 1
            """)
        .param("webhook", webhook.id())
        .param("event", eventId)
        .query(DeliveryStore::read)
        .single();
  }

  List<Attempt> attempts(Delivery delivery) {
    return jdbc.sql(
            """
            select * from webhook_attempt
            where organization_id = :organization and delivery_id = :delivery order by number
            """)
        .param("organization", delivery.organizationId())
        .param("delivery", delivery.id())
        .query(
            (row, number) ->
                new Attempt(
                    row.getInt("number"),
                    row.getTimestamp("started_at").toInstant(),
                    Duration.ofMillis(row.getLong("took_millis")),
                    row.getObject("status", Integer.class),
                    row.getString("failure"),
                    row.getString("reply")))
        .list();
  }

  private static Delivery read(ResultSet row, int number) throws SQLException {
    return new Delivery(
        row.getString("id"),
        row.getString("organization_id"),
        row.getString("webhook_id"),
        row.getLong("sequence"),
        row.getString("event_id"),
        row.getString("type"),
        row.getString("resource_id"),
        Delivery.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        row.getInt("tries"),
        Times.instant(row.getTimestamp("due_at")),
        row.getBoolean("redelivery"),
        row.getTimestamp("created_at").toInstant(),
        Times.instant(row.getTimestamp("ended_at")));
  }

  /**
   * What is under way already.
   *
   * @param full webhooks that have as much under way as one may have
   * @param sending webhooks that have anything under way; those that fail get no more
   */
  record Busy(Collection<String> full, Collection<String> sending) {}
}
