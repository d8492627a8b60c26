package onair.channel;

import static org.assertj.core.api.Assertions.assertThat;

import onair.awslocal.junit.WithAwsLocal;
import onair.test.TestApi.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Timers over HTTP, on an AWS where encoders really run. */
@WithAwsLocal
class TimersApiIT extends ServiceScenario {

  @Autowired
  TimersApiIT(@LocalServerPort int port) {
    super(port);
  }

  private static String timers(String channel) {
    return "/v1/channels/" + channel + "/timers";
  }

  private Reply extend(String channel, String body) {
    return as(OWNER).post("/v1/channels/" + channel + "/extend", body);
  }

  @Test
  void aChannelNobodyConnectsToStopsByItselfAfterItsOwnTime() {
    String id = created();
    assertThat(as(OWNER).patch(timers(id), "{\"never_connected_seconds\":3600}").status())
        .isEqualTo(200);
    act(id, "start");
    awaitStatus(id, "waiting");

    JsonNode running = as(OWNER).get(timers(id)).json().path("running").path(0);
    assertThat(running.path("timer").asString()).isEqualTo("never_connected");
    assertThat(running.path("warned").asBoolean()).isFalse();
    JsonNode extended = extend(id, "{\"seconds\":60}").json().path("running").path(0);
    assertThat(extended.path("extended_seconds").asInt()).isEqualTo(60);
    assertThat(extended.path("stops_at").asString())
        .isGreaterThan(running.path("stops_at").asString());

    JsonNode never = as(OWNER).patch(timers(id), "{\"never_connected_seconds\":0}").json();
    assertThat(never.path("running")).isEmpty();
    Reply none = extend(id, "{\"seconds\":60}");
    assertThat(none.status()).isEqualTo(409);
    assertThat(none.problem().path("code").asString()).isEqualTo("timer_not_running");

    act(id, "stop");
    awaitStatus(id, "idle");
    as(OWNER).patch(timers(id), "{\"never_connected_seconds\":1}");
    act(id, "start");
    JsonNode stopped = awaitUntil(id, channel -> channel.path("status").asString().equals("idle"));
    JsonNode operation =
        as(OWNER).get("/v1/operations/" + stopped.path("operation_id").asString()).json();
    assertThat(operation.path("type").asString()).isEqualTo("channel.stop");
  }

  @Test
  void whatIsNotSaidIsWhatTheInstallationSays() {
    String id = created();

    Reply standard = as(OWNER).get(timers(id));
    assertThat(standard.json().path("never_connected_seconds").asInt()).isEqualTo(3600);
    assertThat(standard.json().path("input_lost_seconds").asInt()).isEqualTo(1800);
    assertThat(standard.json().path("maximum_duration_seconds").asInt()).isZero();
    assertThat(standard.json().path("running")).isEmpty();

    as(OWNER).patch(timers(id), "{\"input_lost_seconds\":60,\"maximum_duration_seconds\":7200}");
    JsonNode reset = as(OWNER).patch(timers(id), "{\"input_lost_seconds\":null}").json();
    assertThat(reset.path("input_lost_seconds").asInt()).isEqualTo(1800);
    assertThat(reset.path("maximum_duration_seconds").asInt()).isEqualTo(7200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"never_connected_seconds\":-1}",
        "{\"input_lost_seconds\":2592001}",
        "{\"maximum_duration_seconds\":-2147483648}"
      })
  void refusesALimitThatMakesNoSense(String body) {
    Reply refused = as(OWNER).patch(timers(created()), body);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.problem().path("code").asString()).isEqualTo("validation_failed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"seconds\":0}",
        "{\"seconds\":86401}",
        "{\"seconds\":60,\"timer\":\"bedtime\"}"
      })
  void refusesAnExtensionThatMakesNoSense(String body) {
    assertThat(extend(created(), body).status()).isEqualTo(422);
  }

  @Test
  void nobodyElseSeesOrChangesThem() {
    String id = created();
    var stranger = as(caller("org_2", "channels:*"));

    assertThat(stranger.get(timers(id)).status()).isEqualTo(404);
    assertThat(stranger.patch(timers(id), "{}").status()).isEqualTo(404);
    assertThat(stranger.post("/v1/channels/" + id + "/extend", "{\"seconds\":60}").status())
        .isEqualTo(404);
    assertThat(as(caller("org_1", "channels:read")).patch(timers(id), "{}").status())
        .isEqualTo(403);
  }
}
