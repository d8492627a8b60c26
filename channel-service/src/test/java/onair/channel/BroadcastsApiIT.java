package onair.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import onair.awslocal.junit.WithAwsLocal;
import onair.test.TestApi.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Planned broadcasts over HTTP. */
@WithAwsLocal
class BroadcastsApiIT extends ServiceScenario {

  @Autowired
  BroadcastsApiIT(@LocalServerPort int port) {
    super(port);
  }

  private static String broadcasts(String channel) {
    return "/v1/channels/" + channel + "/broadcasts";
  }

  private Reply plan(String channel, Duration start, Duration length) {
    Instant at = Instant.now().plus(start);
    return as(OWNER)
        .post(
            broadcasts(channel),
            "{\"start_at\":\"%s\",\"stop_at\":\"%s\"}".formatted(at, at.plus(length)));
  }

  @Test
  void oneIsPlannedFoundListedAndCancelled() {
    String channel = created();
    Reply planned = plan(channel, Duration.ofHours(1), Duration.ofHours(1));
    assertThat(planned.status()).isEqualTo(202);
    String at = broadcasts(channel) + "/" + planned.json().path("id").asString();

    assertThat(as(OWNER).get(at).json()).isEqualTo(planned.json());
    assertThat(as(OWNER).get(broadcasts(channel) + "?status=scheduled").json().path("data").path(0))
        .isEqualTo(planned.json());
    Reply overlapping = plan(channel, Duration.ofMinutes(90), Duration.ofHours(1));
    assertThat(overlapping.status()).isEqualTo(409);
    assertThat(overlapping.problem().path("broadcast_id").asString())
        .isEqualTo(planned.json().path("id").asString());

    assertThat(as(OWNER).delete(at).json().path("status").asString()).isEqualTo("cancelled");
    assertThat(as(OWNER).delete(at).status()).isEqualTo(200);
    assertThat(plan(channel, Duration.ofMinutes(90), Duration.ofHours(1)).status()).isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource({
    "-PT1S, PT1H, start_at",
    "P14DT1M, PT1H, start_at",
    "PT1H, PT59S, stop_at",
    "PT1H, -PT1H, stop_at",
    "PT1H, P14DT1S, stop_at"
  })
  void refusesATimeThatMakesNoSense(Duration start, Duration length, String field) {
    Reply refused = plan(created(), start, length);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.problem().path("violations").path(0).path("field").asString())
        .isEqualTo(field);
  }

  @Test
  void nobodyElseSeesPlansOrCancelsThem() {
    String channel = created();
    Reply planned = plan(channel, Duration.ofHours(1), Duration.ofHours(1));
    String at = broadcasts(channel) + "/" + planned.json().path("id").asString();
    var stranger = as(caller("org_2", "channels:*"));

    assertThat(stranger.get(at).status()).isEqualTo(404);
    assertThat(stranger.get(broadcasts(channel)).status()).isEqualTo(404);
    assertThat(stranger.delete(at).status()).isEqualTo(404);
    assertThat(as(caller("org_1", "channels:read")).delete(at).status()).isEqualTo(403);
  }
}
