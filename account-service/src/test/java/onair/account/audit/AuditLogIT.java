package onair.account.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import onair.account.AccountIT;
import onair.awslocal.junit.WithAwsLocal;
import onair.common.audit.AuditEntry;
import onair.common.event.DomainEvent;
import onair.common.event.Outbox;
import onair.common.id.Ids;
import onair.common.security.Caller;
import onair.test.Changes;
import onair.test.PostgresDatabase;
import onair.test.TestApi;
import onair.test.TestApi.Reply;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** From a change to its entry, through the outbox, EventBridge and SQS on this machine. */
@WithAwsLocal
class AuditLogIT extends AccountIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  @Autowired private Outbox outbox;
  @Autowired private TransactionTemplate transactions;

  /** What only the gateway may ask: who somebody is, permits, the way to a provider. */
  private static final Set<String> INSIDE =
      Set.of(
          "POST /internal/credentials/verify",
          "POST /internal/sessions/verify",
          "POST /internal/limits/lease",
          "POST /internal/oidc/{provider}/leave");

  @Test
  void leavesNoChangeOut(@Autowired ApplicationContext service) {
    assertThat(Changes.notWrittenDown(service)).isSubsetOf(INSIDE);
  }

  @Test
  void tellsOwnersWhoChangedWhatAndFromWhere() {
    String request = Ids.next("req");
    String id =
        changing(request)
            .post("/v1/api-keys", "{\"name\":\"Encoder\",\"scopes\":[\"channels:read\"]}")
            .json()
            .path("id")
            .asString();

    JsonNode entry = awaited("request_id=" + request);
    assertThat(entry.path("object").asString()).isEqualTo("audit_entry");
    assertThat(entry.path("actor").asString()).isEqualTo("mem_7");
    assertThat(entry.path("service").asString()).isEqualTo("account-service");
    assertThat(entry.path("resource").path("object").asString()).isEqualTo("api_key");
    assertThat(entry.path("resource").path("id").asString()).isEqualTo(id);
    assertThat(entry.path("before").isNull()).isTrue();
    assertThat(entry.path("after").path("name").asString()).isEqualTo("Encoder");
    assertThat(entry.path("client_address").asString()).isEqualTo("198.51.100.7");
    assertThat(entry.path("request_id").asString()).isEqualTo(request);
    assertThat(entry.toString()).doesNotContain("onair_test_");
    assertThat(owner().get("/v1/audit-log/" + entry.path("id").asString()).json()).isEqualTo(entry);
  }

  @Test
  void tellsOfARemovalWhatWasThere() {
    String id =
        changing("req_1")
            .post("/v1/api-keys", "{\"name\":\"Gone\",\"scopes\":[\"channels:read\"]}")
            .json()
            .path("id")
            .asString();
    String request = Ids.next("req");
    changing(request).delete("/v1/api-keys/" + id);

    JsonNode entry = awaited("request_id=" + request);
    assertThat(entry.path("before").path("name").asString()).isEqualTo("Gone");
    assertThat(entry.path("resource").path("id").asString()).isEqualTo(id);
  }

  @Test
  void keepsSignInsAndSignOuts() {
    String request = Ids.next("req");
    JsonNode opened =
        gateway()
            .with("X-Request-Id", request)
            .with("OnAir-Client-Address", "203.0.113.9")
            .post(
                "/internal/sessions",
                "{\"email\":\"owner@example.com\",\"password\":\"" + PASSWORD + "\"}")
            .json();
    String secret = opened.path("session").asString();
    String end = Ids.next("req");
    gateway()
        .with("X-Request-Id", end)
        .with("OnAir-Client-Address", "203.0.113.10")
        .post("/internal/sessions/end", "{\"session\":\"" + secret + "\"}");

    JsonNode entry = awaited("request_id=" + request);
    assertThat(entry.path("operation").asString()).isEqualTo("signIn");
    assertThat(entry.path("actor").asString()).startsWith("mem_");
    assertThat(entry.path("client_address").asString()).isEqualTo("203.0.113.9");
    assertThat(entry.path("session_id").asString()).isEqualTo(opened.path("id").asString());
    assertThat(entry.toString()).doesNotContain(PASSWORD).doesNotContain(secret);

    JsonNode ended = awaited("request_id=" + end);
    assertThat(ended.path("operation").asString()).isEqualTo("signOut");
    assertThat(ended.path("actor")).isEqualTo(entry.path("actor"));
    assertThat(ended.path("session_id")).isEqualTo(entry.path("session_id"));
    assertThat(ended.path("resource").path("object").asString()).isEqualTo("session");
    assertThat(ended.path("client_address").asString()).isEqualTo("203.0.113.10");
    assertThat(ended.toString()).doesNotContain(secret);
  }

  @Test
  void namesTheSessionAMemberIsSignedInByAndNoneOfAKey() {
    String member = Ids.next("req");
    as(new Caller(organizationId, "mem_7", Set.of("*"), "ses_7"))
        .with("X-Request-Id", member)
        .post("/v1/api-keys", "{\"name\":\"Mine\",\"scopes\":[\"channels:read\"]}");
    String key = Ids.next("req");
    as(new Caller(organizationId, "key_7", Set.of("*")))
        .with("X-Request-Id", key)
        .post("/v1/api-keys", "{\"name\":\"Its\",\"scopes\":[\"channels:read\"]}");

    assertThat(awaited("request_id=" + member).path("session_id").asString()).isEqualTo("ses_7");
    assertThat(awaited("request_id=" + key).path("session_id").isNull()).isTrue();
  }

  @Test
  void findsByActorOperationAndResourceInPages() {
    String organization = Ids.next("org");
    for (int i = 0; i < 5; i++) {
      tell(entry(organization, i % 2 == 0 ? "key_even" : "key_odd", "ch_" + i));
    }
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(list(organization, "limit=100")).hasSize(5));

    assertThat(list(organization, "actor=key_even")).hasSize(3);
    assertThat(list(organization, "operation=updateChannel&resource_id=ch_1")).hasSize(1);
    assertThat(list(organization, "operation=updateAsset")).isEmpty();
    assertThat(list(organization, "object=channel")).hasSize(5);
    Reply first = audit(organization).get("/v1/audit-log?limit=2");
    Reply second =
        audit(organization)
            .get("/v1/audit-log?limit=3&cursor=" + first.json().path("next_cursor").asString());
    assertThat(first.json().path("data")).hasSize(2);
    assertThat(second.json().path("data")).hasSize(3);
    assertThat(second.json().path("next_cursor").isNull()).isTrue();
  }

  @Test
  void showsEntriesToTheirOrganizationOnly() {
    String organization = Ids.next("org");
    AuditEntry entry = entry(organization, "key_1", "ch_1");
    tell(entry);
    await().atMost(SOON).untilAsserted(() -> assertThat(list(organization, "")).hasSize(1));

    assertThat(list(Ids.next("org"), "")).isEmpty();
    assertThat(audit(Ids.next("org")).get("/v1/audit-log/" + entry.id()).status()).isEqualTo(404);
    assertThat(audit(organization).get("/v1/audit-log/" + entry.id()).status()).isEqualTo(200);
    Reply refused =
        as(new Caller(organization, "key_1", Set.of("channels:*"))).get("/v1/audit-log");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.problem().path("scope").asString()).isEqualTo("audit:read");
  }

  @Test
  void isChangedByNobody(PostgresDatabase database) {
    String organization = Ids.next("org");
    tell(entry(organization, "key_1", "ch_1"));
    await().atMost(SOON).untilAsserted(() -> assertThat(list(organization, "")).hasSize(1));

    JdbcClient owner = JdbcClient.create(database.ownersDataSource());
    for (String attempt :
        new String[] {
          "update audit_entry set actor = 'key_2'",
          "delete from audit_entry",
          "truncate audit_entry"
        }) {
      assertThatThrownBy(() -> owner.sql(attempt).update())
          .hasMessageContaining("neither changed nor removed");
    }
  }

  private static AuditEntry entry(String organization, String actor, String resource) {
    return new AuditEntry(
        Ids.next("aud"),
        organization,
        actor,
        null,
        "updateChannel",
        "channel-service",
        "channel",
        resource,
        null,
        null,
        "198.51.100.7",
        "req_1",
        null,
        Instant.parse("2026-01-31T12:00:00Z"));
  }

  private void tell(AuditEntry entry) {
    var event =
        new DomainEvent(
            Ids.next("evt"),
            AuditEntry.TYPE,
            entry.organizationId(),
            new DomainEvent.Resource("audit", String.valueOf(entry.resourceId()), 1),
            Map.of("entry", entry),
            entry.occurredAt());
    transactions.executeWithoutResult(status -> outbox.publish(event));
  }

  private JsonNode awaited(String query) {
    await().atMost(SOON).untilAsserted(() -> assertThat(list(organizationId, query)).hasSize(1));
    return list(organizationId, query).get(0);
  }

  private JsonNode list(String organization, String query) {
    return audit(organization).get("/v1/audit-log?" + query).json().path("data");
  }

  private TestApi owner() {
    return audit(organizationId);
  }

  private TestApi audit(String organization) {
    return as(new Caller(organization, "mem_1", Set.of("audit:read")));
  }

  private TestApi changing(String request) {
    return as(new Caller(organizationId, "mem_7", Set.of("*")))
        .with("X-Request-Id", request)
        .with("OnAir-Client-Address", "198.51.100.7");
  }
}
