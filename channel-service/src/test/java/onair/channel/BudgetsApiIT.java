package onair.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import onair.common.security.Caller;
import onair.test.TestApi.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Budgets over HTTP. */
class BudgetsApiIT extends ServiceScenario {

  private static final Caller BOOKKEEPER = caller("org_1", "channels:*", "usage:*");
  private static final String ALL = "/v1/budgets/organization";

  @TempDir static Path data;
  private static LocalCloud cloud;

  @Autowired
  BudgetsApiIT(@LocalServerPort int port) {
    super(port);
  }

  @DynamicPropertySource
  static void cloud(DynamicPropertyRegistry properties) {
    cloud = new LocalCloud(data);
    properties.add("onair.aws.endpoint", cloud::endpoint);
  }

  @AfterAll
  static void closeCloud() {
    cloud.down();
  }

  private static String limit(String amount) {
    return "{\"limit\":{\"amount\":\"%s\",\"currency\":\"USD\"}}".formatted(amount);
  }

  @Test
  void whatIsSpentIsStoppedAndRefusedUntilTheBudgetIsRaised() {
    String id = created();
    String budget = "/v1/budgets/" + id;
    Reply made = as(BOOKKEEPER).put(budget, limit("1000"));
    assertThat(made.status()).isEqualTo(200);
    assertThat(made.json().path("status").asString()).isEqualTo("within");
    assertThat(made.json().at("/spent/amount").asString()).isEqualTo("0");
    act(id, "start");
    awaitStatus(id, "waiting");
    JsonNode running = as(BOOKKEEPER).get(budget).json();
    assertThat(running.at("/per_hour"))
        .isEqualTo(as(OWNER).get("/v1/channels/" + id + "/cost").json().at("/per_hour/0"));
    act(id, "stop");
    awaitStatus(id, "idle");

    String tag = as(BOOKKEEPER).get(budget).header("ETag").orElseThrow();
    assertThat(as(BOOKKEEPER).with("If-Match", tag).put(budget, limit("0.05")).status())
        .isEqualTo(200);
    assertThat(as(BOOKKEEPER).with("If-Match", "\"1\"").put(budget, limit("5")).status())
        .isEqualTo(412);
    assertThat(as(BOOKKEEPER).get(budget).json().path("status").asString()).isEqualTo("exceeded");

    for (String query : new String[] {"", "?dry_run=true"}) {
      Reply refused = as(OWNER).post("/v1/channels/" + id + "/start" + query, "{}");
      assertThat(refused.status()).isEqualTo(402);
      assertThat(refused.problem().path("code").asString()).isEqualTo("budget_exceeded");
      assertThat(refused.problem().path("budget").asString()).isEqualTo(id);
    }

    assertThat(as(BOOKKEEPER).delete(budget).status()).isEqualTo(204);
    assertThat(as(BOOKKEEPER).get(budget).status()).isEqualTo(404);
    assertThat(act(id, "start").status()).isEqualTo(202);
    act(id, "stop");
  }

  @Test
  void thereIsOneForTheOrganizationAndOneForEachChannel() {
    String id = created();
    as(BOOKKEEPER).put(ALL, limit("12.50"));
    as(BOOKKEEPER).put("/v1/budgets/" + id, limit("2"));

    assertThat(as(BOOKKEEPER).get(ALL).json().path("channel_id").isNull()).isTrue();
    assertThat(as(BOOKKEEPER).get(ALL).json().at("/limit/amount").asString()).isEqualTo("12.5");
    assertThat(as(BOOKKEEPER).get("/v1/budgets").json().path("data").valueStream())
        .extracting(budget -> budget.path("channel_id").asString())
        .contains(id);
    as(BOOKKEEPER).delete(ALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"limit\":null}",
        "{\"limit\":{\"amount\":\"-1\",\"currency\":\"USD\"}}",
        "{\"limit\":{\"amount\":\"1e3\",\"currency\":\"USD\"}}",
        "{\"limit\":{\"amount\":\"1.0000001\",\"currency\":\"USD\"}}",
        "{\"limit\":{\"amount\":\"1\",\"currency\":\"EUR\"}}",
        "{\"limit\":{\"currency\":\"USD\"}}"
      })
  void refusesALimitThatMakesNoSense(String body) {
    Reply refused = as(BOOKKEEPER).put(ALL, body);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.problem().path("code").asString()).isEqualTo("validation_failed");
  }

  @Test
  void nobodyElseSeesOrSetsThem() {
    String id = created();
    as(BOOKKEEPER).put("/v1/budgets/" + id, limit("2"));
    var stranger = as(caller("org_2", "usage:*"));

    assertThat(stranger.get("/v1/budgets/" + id).status()).isEqualTo(404);
    assertThat(stranger.put("/v1/budgets/" + id, limit("3")).status()).isEqualTo(404);
    assertThat(stranger.delete("/v1/budgets/" + id).status()).isEqualTo(404);
    assertThat(stranger.get("/v1/budgets").json().path("data")).isEmpty();
    assertThat(as(BOOKKEEPER).put("/v1/budgets/ch_nobody", limit("3")).status()).isEqualTo(404);
    assertThat(as(caller("org_1", "usage:read")).put(ALL, limit("3")).status()).isEqualTo(403);
  }
}
