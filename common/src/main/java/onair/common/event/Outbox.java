package onair.common.event;

import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

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
   * least once, and events of one resource in the order they were published.
   *
   * @throws IllegalStateException when there is no transaction to belong to
   */
  public void publish(DomainEvent event) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "Publish " + event.type() + " inside the transaction that makes it true");
    }
    jdbc.sql(
            """
            insert into outbox (event_id, type, resource_id, detail, created_at, due_at)
            values (:id, :type, :resource, :detail, :at, :at)
            """)
        .param("id", event.id())
        .param("type", event.type())
        .param("resource", event.resource().object() + "/" + event.resource().id())
        .param("detail", json.writeValueAsString(event))
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
}
