package onair.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** What a channel has cost, over HTTP. */
class CostIT extends ServiceScenario {

  @TempDir static Path data;
  private static LocalCloud cloud;

  @Autowired
  CostIT(@LocalServerPort int port) {
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

  @Test
  void theMeterRunsAtThePriceOfThePlanAndIsStillThereWhenTheChannelIsGone() {
    String id = created();
    JsonNode before = cost(id);
    assertThat(before.path("total")).isEmpty();
    assertThat(before.path("not_included").valueStream().map(JsonNode::asString))
        .contains("cloudfront delivery");
    JsonNode plan = as(OWNER).post("/v1/channels/" + id + "/start?dry_run=true", "{}").json();

    act(id, "start");
    awaitStatus(id, "waiting");

    JsonNode running = cost(id);
    assertThat(running.at("/per_hour/0")).isEqualTo(total(plan, "running"));
    assertThat(running.path("parts"))
        .filteredOn(part -> part.path("billed").asString().equals("running"))
        .isNotEmpty()
        .allSatisfy(part -> assertThat(part.path("billed_seconds").asLong()).isEqualTo(600));
    assertThat(amount(running)).isGreaterThan(amount(total(plan, "running"), 6));

    as(OWNER).delete("/v1/channels/" + id);
    awaitNotFound(id);

    JsonNode gone = cost(id);
    assertThat(gone.path("per_hour")).isEmpty();
    assertThat(amount(gone)).isGreaterThanOrEqualTo(amount(running));
    assertThat(as(caller("org_2", "channels:*")).get("/v1/channels/" + id + "/cost").status())
        .isEqualTo(404);
    assertThat(as(OWNER).get("/v1/channels/ch_nobody/cost").status()).isEqualTo(404);
  }

  private JsonNode cost(String id) {
    return as(OWNER).get("/v1/channels/" + id + "/cost").json();
  }

  private static JsonNode total(JsonNode plan, String billed) {
    return plan.at("/price/totals")
        .valueStream()
        .filter(total -> total.path("billed").asString().equals(billed))
        .filter(total -> total.path("unit").asString().equals("hour"))
        .findFirst()
        .orElseThrow()
        .path("amount");
  }

  private static BigDecimal amount(JsonNode cost) {
    return new BigDecimal(cost.at("/total/0/amount").asString());
  }

  /** A part of an hour; one micro-unit less, because parts are rounded. */
  private static BigDecimal amount(JsonNode anHour, int part) {
    return new BigDecimal(anHour.path("amount").asString())
        .divide(BigDecimal.valueOf(part), 4, RoundingMode.FLOOR);
  }
}
