package onair.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import onair.awslocal.junit.WithAwsLocal;
import onair.test.Canaries;
import onair.test.PostgresDatabase;
import onair.test.TestApi.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * Stream keys and passphrases of channels that are made, started and refused. None of them may be
 * found in the log, in a row of the database (operations, events and the audit log included), or in
 * a refusal.
 */
@WithAwsLocal
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = "logging.level.onair=DEBUG")
class SecretsIT extends ServiceScenario {

  @Autowired
  SecretsIT(@LocalServerPort int port) {
    super(port);
  }

  @Test
  void areFoundNowhere(CapturedOutput output, PostgresDatabase database) {
    var canaries = new Canaries();
    canaries.plant("key of stream keys", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    Reply rtmp = create("{\"name\":\"Canary\",\"ingest\":{\"protocol\":\"rtmp\"}}");
    Reply srt =
        create(
            "{\"name\":\"Canary\",\"ingest\":{\"protocol\":\"srt\",\"allowed_cidrs\":[\"127.0.0.0/8\"]}}");
    canaries.plant("stream key", rtmp.json().at("/ingest/stream_key").asString());
    canaries.plant("passphrase", srt.json().at("/ingest/passphrase").asString());
    var refusals = new ArrayList<Reply>();
    for (Reply made : List.of(rtmp, srt)) {
      String id = made.json().path("id").asString();
      act(id, "start");
      awaitStatus(id, "waiting");
      JsonNode rotated = act(id, "rotate-stream-key").json().path("ingest");
      canaries.plant(
          "changed key",
          rotated.path("stream_key").asString(rotated.path("passphrase").asString("")));
      refusals.add(
          as(OWNER).patch("/v1/channels/" + id, "{\"ladder\":\"1080p\",\"colour\":\"red\"}"));
      refusals.add(as(caller("org_2", "channels:*")).get("/v1/channels/" + id));
    }
    JsonNode operations =
        as(OWNER).get("/v1/operations/" + srt.json().path("operation_id").asString()).json();

    var found = new ArrayList<>(canaries.foundIn("the log", output.getAll()));
    found.addAll(canaries.foundIn(database));
    found.addAll(canaries.foundIn("an operation", operations.toString()));
    for (Reply refusal : refusals) {
      assertThat(refusal.status()).isGreaterThanOrEqualTo(400);
      found.addAll(canaries.foundIn("a refusal", refusal.text()));
    }
    assertThat(found).isEmpty();
    assertThat(output.getAll()).as("the log was listened to").contains("DEBUG");
  }
}
