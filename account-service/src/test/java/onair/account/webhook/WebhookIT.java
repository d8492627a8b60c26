package onair.account.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import onair.account.AccountIT;
import onair.account.event.EventFeed;
import onair.common.event.EventListener;
import onair.common.id.Ids;
import onair.common.security.Caller;
import onair.common.tenancy.Tenancy;
import onair.test.Receiver;
import onair.test.TestApi;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;

/** An organization of its own for each test, and a server that takes its webhooks. */
@TestPropertySource(
    properties = {
      "onair.outgoing.plain-http=true",
      "onair.outgoing.allowed-networks=127.0.0.0/8",
      "onair.outgoing.ports="
    })
abstract class WebhookIT extends AccountIT {

  static final Duration SOON = Duration.ofSeconds(30);

  @Autowired
  @Qualifier("eventIntake")
  private EventListener intake;

  @Autowired private PlatformTransactionManager transactions;

  final String organization = Ids.next("org");
  final Receiver receiver = new Receiver();
  EventFeed feed;

  @BeforeEach
  void connect() {
    feed = new EventFeed(intake, transactions);
  }

  /** No test leaves something that is tried again while another runs. */
  @AfterEach
  void leave() {
    api()
        .get("/v1/webhooks")
        .json()
        .path("data")
        .forEach(webhook -> api().delete("/v1/webhooks/" + webhook.path("id").asString()));
    receiver.close();
  }

  TestApi api() {
    return as(new Caller(organization, "key_1", Set.of("webhooks:*", "events:read")));
  }

  JsonNode create() {
    return create("");
  }

  JsonNode create(String more) {
    var made = api().post("/v1/webhooks", "{\"url\":\"" + receiver.url() + "\"" + more + "}");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.json();
  }

  static String path(JsonNode webhook) {
    return "/v1/webhooks/" + webhook.path("id").asString();
  }

  /** Something happens to a channel for the n-th time. */
  void happens(String channel, long number) {
    feed.deliver(
        EventFeed.channel(
            organization, number, number == 1 ? "channel.created" : "channel.updated", channel));
  }

  List<JsonNode> deliveries(JsonNode webhook) {
    var all = new ArrayList<JsonNode>();
    api().get(path(webhook) + "/deliveries?limit=100").json().path("data").forEach(all::add);
    return all.reversed();
  }

  List<String> statuses(JsonNode webhook) {
    return deliveries(webhook).stream().map(one -> one.path("status").asString()).toList();
  }

  JsonNode shown(JsonNode webhook) {
    return api().get(path(webhook)).json();
  }

  static void soon(ThrowingRunnable assertion) {
    await().dontCatchUncaughtExceptions().atMost(SOON).untilAsserted(assertion);
  }

  /** As a receiver does that uses the public library. */
  static boolean verifies(String secret, Receiver.Message message) {
    try {
      new com.standardwebhooks.Webhook(secret).verify(message.body(), message.headers());
      return true;
    } catch (WebhookVerificationException wrong) {
      return false;
    }
  }

  /** Goes to the time of the next try, again and again, and lets it happen, until it is so. */
  void passTimeUntil(Duration atMost, Callable<Boolean> done) {
    Instant end = clock.instant().plus(atMost);
    try {
      while (!done.call()) {
        settle();
        Instant next = nextTry();
        assertThat(next).as("it takes too long").isBefore(end);
        if (next.isAfter(clock.instant())) {
          clock.set(next);
        }
        settle();
      }
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  private Instant nextTry() {
    return Tenancy.asSystem(
        () ->
            jdbc.sql(
                    "select coalesce(min(due_at), :now) from webhook_delivery where organization_id = :organization")
                .param("organization", organization)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single());
  }

  /** Until nothing is due: whatever was begun has been concluded. */
  void settle() {
    soon(
        () ->
            assertThat(
                    Tenancy.asSystem(
                        () ->
                            jdbc.sql(
                                    """
                                    select count(*) from webhook_delivery delivery
                                    join webhook on webhook.id = webhook_id
                                    where webhook.status = 'enabled' and delivery.organization_id = :organization
                                      and (due_at <= :now or tries > (select coalesce(max(number), 0) from webhook_attempt where delivery_id = delivery.id))
                                    """)
                                .param("organization", organization)
                                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                                .query(Long.class)
                                .single()))
                .isZero());
  }
}
