package onair.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import onair.awslocal.junit.WithAwsLocal;
import onair.common.id.Ids;
import onair.test.Changes;
import onair.test.TestApi;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the service writes down for the audit log. */
@WithAwsLocal
class AuditIT extends ServiceScenario {

  private final ApplicationContext service;
  private final JdbcClient jdbc;

  @Autowired
  AuditIT(@LocalServerPort int port, ApplicationContext service, JdbcClient jdbc) {
    super(port);
    this.service = service;
    this.jdbc = jdbc;
  }

  @Test
  void everyOperationThatChangesSomethingIsWrittenDown() {
    assertThat(Changes.notWrittenDown(service)).isEmpty();
  }

  @Test
  void theLifeOfAChannelIsWrittenDownWithoutItsKey() {
    String made = Ids.next("req");
    JsonNode channel = api(made).post("/v1/channels", "{\"name\":\"A\"}").json();
    String path = "/v1/channels/" + channel.path("id").asString();
    assertThat(only(made).at("/after/ingest/stream_key").asString()).isEqualTo("***");
    assertThat(only(made).path("operation").asString()).isEqualTo("createChannel");

    String renamed = Ids.next("req");
    api(renamed).patch(path, "{\"name\":\"B\"}");
    assertThat(only(renamed).at("/before/name").asString()).isEqualTo("A");
    assertThat(only(renamed).at("/before/ingest/stream_key").asString()).isEqualTo("***");
    assertThat(only(renamed).at("/after/name").asString()).isEqualTo("B");

    String started = Ids.next("req");
    api(started).post(path + "/start", "{}");
    assertThat(only(started).path("operation").asString()).isEqualTo("startChannel");
    assertThat(only(started).at("/before/status").asString()).isEqualTo("idle");
    assertThat(only(started).at("/after/status").asString()).isEqualTo("starting");

    String rotated = Ids.next("req");
    api(rotated).post(path + "/rotate-stream-key", "");
    assertThat(only(rotated).path("operation").asString()).isEqualTo("rotateStreamKey");
    assertThat(only(rotated).at("/before/ingest/stream_key").asString()).isEqualTo("***");
    assertThat(only(rotated).at("/after/ingest/stream_key").asString()).isEqualTo("***");

    String refused = Ids.next("req");
    assertThat(api(refused).post(path + "/ad-breaks", "{\"duration_seconds\":30}").status())
        .isEqualTo(409);
    assertThat(Changes.writtenDown(jdbc, refused)).isEmpty();

    String gone = Ids.next("req");
    api(gone).delete(path);
    assertThat(only(gone).path("resource_id").asString()).isEqualTo(channel.path("id").asString());
    assertThat(only(gone).path("actor").asString()).isEqualTo("key_1");
  }

  private JsonNode only(String request) {
    List<JsonNode> entries = Changes.writtenDown(jdbc, request);
    assertThat(entries).hasSize(1);
    return entries.getFirst();
  }

  private TestApi api(String request) {
    return as(OWNER).with("X-Request-Id", request);
  }
}
