package onair.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import onair.awslocal.client.AwsLocalControl;
import onair.awslocal.client.Fault;
import onair.awslocal.junit.WithAwsLocal;
import onair.common.aws.AwsProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Why a channel is not live, on an AWS that is made to refuse, forget and fall silent. */
@WithAwsLocal
class ExplainIT extends ServiceScenario {

  private final AwsLocalControl control;

  @Autowired
  ExplainIT(@LocalServerPort int port, AwsProperties aws) {
    super(port);
    this.control = AwsLocalControl.at(Objects.requireNonNull(aws.endpoint()));
  }

  @AfterEach
  void endFaults() {
    control.faults().endAll();
  }

  private JsonNode explain(String id) {
    return as(OWNER).get("/v1/channels/" + id + "/explain").json();
  }

  private JsonNode awaitCause(String id, String cause) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> explain(id), told -> told.path("cause").asString().equals(cause));
  }

  static List<Arguments> faults() {
    return List.of(
        Arguments.of(
            Fault.error("medialive", "CreateInput", 402, "ServiceQuotaExceededException"),
            "aws_quota",
            "quota"),
        Arguments.of(Fault.throttle("medialive", "CreateInput"), "aws_throttled", "throttled"),
        Arguments.of(
            Fault.error("medialive", "CreateChannel", 403, "ForbiddenException"),
            "aws_denied",
            "denied"),
        Arguments.of(
            Fault.error("medialive", "CreateInput", 400, "BadRequestException"),
            "start_refused",
            "refused"),
        Arguments.of(
            Fault.error("mediapackagev2", "CreateChannel", 500, "InternalServerException"),
            "aws_unreachable",
            "unreachable"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("faults")
  void whatAwsDoesToAStartIsToldInPlainWords(Fault fault, String cause, String kind) {
    control.faults().put(fault);
    String id = created();
    act(id, "start");

    JsonNode told = awaitCause(id, cause);

    assertThat(told.path("live").asBoolean()).isFalse();
    assertThat(told.path("summary").asString()).startsWith("The channel is not live. ");
    assertThat(told.at("/aws_error/kind").asString()).isEqualTo(kind);
    assertThat(told.at("/aws_error/said").asString()).isNotBlank();
    assertThat(told.at("/aws_error/advice").asString()).isNotBlank();
    as(OWNER).delete("/v1/channels/" + id);
  }

  @Test
  void aLifeIsExplainedFromItsBeginningToItsEnd() {
    String id = created();
    JsonNode idle = explain(id);
    assertThat(idle.path("cause").asString()).isEqualTo("never_started");
    assertThat(idle.at("/wanted/state").asString()).isEqualTo("stopped");
    assertThat(idle.path("next")).isEmpty();

    act(id, "start");
    JsonNode waiting = awaitCause(id, "no_broadcaster");
    assertThat(waiting.at("/actual/provisioning").asString()).isEqualTo("running");
    assertThat(waiting.at("/waits_for/what").asString()).isEqualTo("a broadcaster");
    JsonNode timer = as(OWNER).get("/v1/channels/" + id + "/timers").json().at("/running/0");
    assertThat(waiting.at("/waits_for/until").asString())
        .isEqualTo(timer.path("stops_at").asString());
    assertThat(waiting.at("/next/0/what").asString()).isEqualTo("AWS is asked again.");
    assertThat(waiting.path("aws_error").isNull()).isTrue();

    act(id, "stop");
    JsonNode stopped = awaitCause(id, "stopped");
    assertThat(stopped.path("next").findValuesAsString("what"))
        .contains("What it has in AWS is removed.");

    as(OWNER).patch("/v1/channels/" + id + "/timers", "{\"never_connected_seconds\":1}");
    act(id, "start");
    JsonNode byItself = awaitCause(id, "stopped_by_itself");
    assertThat(byItself.at("/wanted/cause").asString())
        .isEqualTo("Stopped after 1 seconds: nobody has connected.");
    assertThat(byItself.path("summary").asString()).endsWith("nobody has connected.");
  }

  @Test
  void nobodyElseIsTold() {
    String id = created();

    assertThat(as(caller("org_2", "channels:*")).get("/v1/channels/" + id + "/explain").status())
        .isEqualTo(404);
    assertThat(as(caller("org_1", "ads:read")).get("/v1/channels/" + id + "/explain").status())
        .isEqualTo(403);
    assertThat(as(OWNER).get("/v1/channels/nonsense/explain").status()).isEqualTo(404);
  }
}
