package onair.common.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import onair.common.aws.AwsConfiguration;
import onair.common.event.EventConfiguration;
import onair.common.id.Ids;
import onair.common.idempotency.IdempotencyConfiguration;
import onair.common.security.Caller;
import onair.common.security.ServiceSecurityConfiguration;
import onair.common.web.WebConfiguration;
import onair.test.PostgresDatabase;
import onair.test.TestApi;
import onair.test.TestApi.Reply;
import onair.test.WithPostgres;
import onair.test.WithTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Entries as they leave a service: in its outbox, which nobody empties here. */
@WithPostgres
@WithTokens
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.application.name=show-service",
      "spring.flyway.locations=classpath:db/common,classpath:db/audit",
      "spring.threads.virtual.enabled=true",
      "onair.aws.endpoint=http://127.0.0.1:1",
      "onair.aws.access-key-id=test",
      "onair.aws.secret-access-key=test"
    })
class AuditIT {

  private static final JsonMapper JSON = JsonMapper.shared();

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;

  @Test
  void aCreationIsWrittenDown() {
    String request = Ids.next("req");
    Reply made = api(request).post("/v1/shows", "{\"name\":\"Late\"}");

    JsonNode entry = only(request);
    assertThat(entry.path("id").asString()).startsWith("aud_");
    assertThat(entry.path("actor").asString()).isEqualTo("mem_7");
    assertThat(entry.path("organization_id").asString()).isEqualTo("org_1");
    assertThat(entry.path("operation").asString()).isEqualTo("createShow");
    assertThat(entry.path("service").asString()).isEqualTo("show-service");
    assertThat(entry.path("object").asString()).isEqualTo("show");
    assertThat(entry.path("resource_id").asString()).isEqualTo(made.json().path("id").asString());
    assertThat(entry.path("before").isNull() || entry.path("before").isMissingNode()).isTrue();
    assertThat(entry.path("after").path("name").asString()).isEqualTo("Late");
    assertThat(entry.path("after").path("stream_key").asString()).isEqualTo("***");
    assertThat(entry.path("client_address").asString()).isEqualTo("198.51.100.7");
    assertThat(entry.path("user_agent").asString()).isEqualTo("a browser");
    assertThat(entry.path("occurred_at").asString()).isNotBlank();
    assertThat(made.json().path("stream_key").asString()).contains("planted");
  }

  @Test
  void aChangeIsWrittenDownWithWhatWasBefore() {
    String id = show();
    String request = Ids.next("req");
    api(request).patch("/v1/shows/" + id, "{\"name\":\"New\"}");

    assertChange(only(request), "renameShow", id, "Late", "New");
  }

  @Test
  void anActionIsWrittenDownWithWhatWasBefore() {
    String id = show();
    String request = Ids.next("req");
    api(request).post("/v1/shows/" + id + "/start", "");

    assertChange(only(request), "startShow", id, "Late", "started");
  }

  @Test
  void whatBeginsItsTransactionLateDoesSoInOneWithItsEntry() {
    String id = show();
    for (TestApi api : List.of(api("req_late_1"), api("req_late_2").with("Idempotency-Key", "l"))) {
      assertThat(api.post("/v1/shows/" + id + "/finish", "").header("Transactions"))
          .contains("false true");
    }
    assertChange(only("req_late_1"), "finishShow", id, "Late", "finished");
    assertChange(only("req_late_2"), "finishShow", id, "finished", "finished");
  }

  @Test
  void aRemovalIsWrittenDownWithWhatWasThere() {
    String id = show();
    String request = Ids.next("req");
    assertThat(api(request).delete("/v1/shows/" + id).status()).isEqualTo(204);

    JsonNode entry = only(request);
    assertThat(entry.path("resource_id").asString()).isEqualTo(id);
    assertThat(entry.path("before").path("name").asString()).isEqualTo("Late");
    assertThat(entry.path("before").path("stream_key").asString()).isEqualTo("***");
    assertThat(entry.path("after").isNull() || entry.path("after").isMissingNode()).isTrue();
  }

  @Test
  void whatWasRefusedLeavesNeitherChangeNorEntry() {
    int before = shows();
    String request = Ids.next("req");
    assertThat(api(request).post("/v1/shows", "{\"name\":\"refused\"}").status()).isEqualTo(409);
    assertThat(api(request).patch("/v1/shows/shw_none", "{\"name\":\"a\"}").status())
        .isEqualTo(404);
    assertThat(api(request).delete("/v1/shows/shw_none").status()).isEqualTo(404);
    assertThat(api(request).delete("/v1/shows").status()).isEqualTo(405);

    assertThat(shows()).isEqualTo(before);
    assertThat(entries(request)).isEmpty();
  }

  @Test
  void nothingChangesThatCannotBeWrittenDown(PostgresDatabase database) {
    String id = show();
    JdbcClient owner = JdbcClient.create(database.ownersDataSource());
    owner.sql("alter table outbox rename to outbox_away").update();
    try {
      Reply reply = api(Ids.next("req")).patch("/v1/shows/" + id, "{\"name\":\"Unseen\"}");
      assertThat(reply.status()).isEqualTo(500);
      assertThat(reply.code()).isEqualTo("internal_error");
    } finally {
      owner.sql("alter table outbox_away rename to outbox").update();
    }
    assertThat(api("req_1").get("/v1/shows/" + id).json().path("name").asString())
        .isEqualTo("Late");
  }

  @Test
  void anAnswerToldAgainIsNoSecondChange() {
    String request = Ids.next("req");
    TestApi keyed = api(request).with("Idempotency-Key", request);
    keyed.post("/v1/shows", "{\"name\":\"Late\"}");
    assertThat(keyed.post("/v1/shows", "{\"name\":\"Late\"}").header("Idempotent-Replayed"))
        .contains("true");

    assertThat(entries(request)).hasSize(1);
  }

  @Test
  void whatNoGetShowsIsSaidByTheCommand() {
    String request = Ids.next("req");
    assertThat(api(request).post("/v1/password", "").status()).isEqualTo(204);

    JsonNode entry = only(request);
    assertThat(entry.path("organization_id").asString()).isEqualTo("org_other");
    assertThat(entry.path("actor").asString()).isEqualTo("mem_1");
    assertThat(entry.path("object").asString()).isEqualTo("member");
    assertThat(entry.toString()).doesNotContain("secret").contains("***");
  }

  @Test
  void whatIsInsideIsWrittenDownOnlyWhenItSaysSo() {
    String request = Ids.next("req");
    TestApi gateway =
        TestApi.at(port)
            .as("show-service", Caller.service("gateway-service"))
            .with("X-Request-Id", request);
    assertThat(gateway.post("/internal/quiet", "").status()).isEqualTo(200);
    assertThat(gateway.post("/internal/told", "").status()).isEqualTo(200);

    assertThat(only(request).path("operation").asString()).isEqualTo("told");
  }

  @Test
  void readingIsNoChange() {
    String request = Ids.next("req");
    assertThat(api(request).get("/v1/shows").status()).isEqualTo(200);

    assertThat(entries(request)).isEmpty();
  }

  @Test
  void holdsNoSecretAnywhere() {
    assertThat(show()).startsWith("shw_");
    assertThat(
            jdbc.sql("select count(*) from outbox where detail like '%planted_stream_key%'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  private static void assertChange(
      JsonNode entry, String operation, String id, String before, String after) {
    assertThat(entry.path("operation").asString()).isEqualTo(operation);
    assertThat(entry.path("resource_id").asString()).isEqualTo(id);
    assertThat(entry.path("before").path("name").asString()).isEqualTo(before);
    assertThat(entry.path("after").path("name").asString()).isEqualTo(after);
  }

  private String show() {
    return api("req_0").post("/v1/shows", "{\"name\":\"Late\"}").json().path("id").asString();
  }

  private int shows() {
    return jdbc.sql("select count(*) from show").query(Integer.class).single();
  }

  private TestApi api(String request) {
    return TestApi.at(port)
        .as("show-service", new Caller("org_1", "mem_7", Set.of("*")))
        .with("X-Request-Id", request)
        .with("OnAir-Client-Address", "198.51.100.7")
        .with("User-Agent", "a browser");
  }

  private JsonNode only(String request) {
    List<JsonNode> entries = entries(request);
    assertThat(entries).hasSize(1);
    return entries.getFirst();
  }

  private List<JsonNode> entries(String request) {
    return jdbc
        .sql("select detail from outbox where type = 'audit.recorded' order by seq")
        .query(String.class)
        .list()
        .stream()
        .map(detail -> JSON.readTree(detail).path("data").path("entry"))
        .filter(entry -> entry.path("request_id").asString().equals(request))
        .toList();
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import({
    WebConfiguration.class,
    ServiceSecurityConfiguration.class,
    AwsConfiguration.class,
    EventConfiguration.class,
    IdempotencyConfiguration.class,
    AuditConfiguration.class,
    ShowController.class
  })
  static class App {}
}
