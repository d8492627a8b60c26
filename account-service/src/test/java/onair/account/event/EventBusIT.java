package onair.account.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onair.account.AccountIT;
import onair.awslocal.junit.WithAwsLocal;
import onair.common.event.DomainEvent;
import onair.common.event.Outbox;
import onair.common.id.Ids;
import onair.common.security.Caller;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** From a transaction through the bus and the queue into the log, and the receipt back. */
@WithAwsLocal
class EventBusIT extends AccountIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  @Autowired private Outbox outbox;
  @Autowired private PlatformTransactionManager transactions;

  @Test
  void anEventIsLoggedAndItsServiceKnows() {
    String organization = Ids.next("org");
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              publish(organization, "webhook.disabled", 1);
              publish(organization, "webhook.unheard_of", 2);
              publish(organization, "webhook.disabled", 3);
            });

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(versions(organization)).containsExactly(1, 3));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(
                        jdbc.sql("select count(*) from unconfirmed_event where detail like :like")
                            .param("like", "%" + organization + "%")
                            .query(Integer.class)
                            .single())
                    .isZero());
    assertThat(
            jdbc.sql("select count(*) from outbox where detail like :like")
                .param("like", "%" + organization + "%")
                .query(Integer.class)
                .single())
        .isZero();
  }

  private List<Integer> versions(String organization) {
    return as(new Caller(organization, "key_1", Set.of("events:read")))
        .get("/v1/events")
        .json()
        .path("data")
        .valueStream()
        .map(event -> event.path("resource").path("version").asInt())
        .toList();
  }

  private void publish(String organization, String type, long version) {
    outbox.publish(
        new DomainEvent(
            Ids.next("evt"),
            type,
            organization,
            new DomainEvent.Resource("webhook", "whk_1", version),
            Map.of("reason", "It was tried"),
            Instant.parse("2026-01-31T12:00:00Z")));
  }
}
