package onair.common.event;

import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Events waiting to be relayed, in the service's own database. */
public final class Outbox {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Runnable committed;

  Outbox(JdbcClient jdbc, JsonMapper json, Runnable committed) {
    this.jdbc = jdbc;
    this.json = json;
    this.committed = committed;
  }

  /**
   * Publishes the event if and when the caller's transaction commits. It reaches every consumer at
   * least once, and events of one resource in the order they were published. An event of an
   * organization carries a number, one more than the one before it of its resource, and is told
   * again until it is confirmed.
   *
   * @throws IllegalStateException when there is no transaction to belong to
   */
  public void publish(DomainEvent event) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "Publish " + event.type() + " inside the transaction that makes it true");
    }
    boolean owned = !event.organizationId().isEmpty();
    String resource = event.resource().object() + "/" + event.resource().id();
    ObjectNode detail = json.valueToTree(event);
    if (owned) {
      detail.put(IncomingEvent.NUMBER, nextNumber(resource));
    }
    jdbc.sql(
            """
            insert into outbox (event_id, type, resource_id, detail, created_at, due_at, confirm)
            values (:id, :type, :resource, :detail, :at, :at, :owned)
            """)
        .param("id", event.id())
        .param("type", event.type())
        .param("resource", resource)
        .param("detail", json.writeValueAsString(detail))
        .param("owned", owned)
        .param("at", event.createdAt().atOffset(ZoneOffset.UTC))
        .update();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            committed.run();
          }
        });
  }

  /** Whoever else tells of the resource waits until the transaction ends. */
  private long nextNumber(String resource) {
    return jdbc.sql(
            """
            insert into event_number as number (resource_id, last) values (:resource, 1)
            on conflict (resource_id) do update set last = number.last + 1
            returning last
            """)
        .param("resource", resource)
        .query(Long.class)
        .single();
  }
}
