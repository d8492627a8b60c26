package onair.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onair.common.aws.AwsClients;
import onair.common.security.Caller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Waste that really is there in AWS is told and reclaimed, over HTTP. */
@TestPropertySource(
    properties = {
      "onair.channel.waste.after=0s",
      "onair.sweep.every=500ms",
      "onair.sweep.grace=1h",
    })
class WasteIT extends ServiceScenario {

  private static final Caller OPERATOR = caller("org_1", "channels:*", "ops:*");

  @TempDir static Path data;
  private static LocalCloud cloud;

  private final AwsClients clients;

  @Autowired
  WasteIT(@LocalServerPort int port, AwsClients clients) {
    super(port);
    this.clients = clients;
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
  void aChannelNobodySendsToIsStoppedAndThenReleased() {
    String id = created();
    act(id, "start");
    awaitStatus(id, "waiting");

    JsonNode running = awaitWaste(id, "nobody_connected").get("nobody_connected");
    assertThat(running.path("per_hour"))
        .isEqualTo(as(OWNER).get("/v1/channels/" + id + "/cost").json().at("/per_hour/0"));
    assertThat(running.path("reclaim").asString()).isEqualTo("stop");
    assertThat(reclaim(running)).isEqualTo(202);
    awaitStatus(id, "idle");

    Map<String, JsonNode> kept = awaitWaste(id, "idle_encoder", "idle_push_input", "kept_origin");
    assertThat(kept.get("idle_encoder").at("/per_hour/amount").asString()).isEqualTo("0.01");
    assertThat(reclaim(kept.get("idle_encoder"))).isEqualTo(202);

    awaitUntil(id, channel -> channel.path("provisioning").asString().equals("none"));
    awaitWaste(id);
    assertThat(act(id, "start").status()).isEqualTo(202);
    awaitStatus(id, "waiting");
    as(OWNER).delete("/v1/channels/" + id);
    awaitNotFound(id);
  }

  @Test
  void anOrphanIsRemovedBeforeItsTime() {
    try (var planted = new Planted(clients)) {
      String name =
          planted.allowList(Planted.tags("test", "ch_nobody", "medialive-input-security-group"));
      assertThat(name).isNotBlank();
      JsonNode orphan =
          await()
              .atMost(Duration.ofSeconds(40))
              .pollInterval(Duration.ofMillis(200))
              .until(() -> waste("orphan"), found -> found.size() == 1)
              .getFirst();

      assertThat(reclaim(orphan)).isEqualTo(202);

      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(200))
          .until(() -> waste("orphan"), List::isEmpty);
      assertThat(LocalCloud.everything(clients, "onair-test")).doesNotContain("allow list " + name);
    }
  }

  @Test
  void nobodyElseSeesOrReclaimsIt() {
    String id = created();
    act(id, "start");
    awaitStatus(id, "waiting");
    JsonNode waste = awaitWaste(id, "nobody_connected").get("nobody_connected");
    String reclaim = "/v1/waste/" + waste.path("id").asString() + "/reclaim";

    assertThat(as(caller("org_2", "ops:*")).get("/v1/waste").json().path("data")).isEmpty();
    assertThat(as(caller("org_2", "ops:*")).post(reclaim, "{}").status()).isEqualTo(404);
    assertThat(as(caller("org_1", "ops:read")).post(reclaim, "{}").status()).isEqualTo(403);
    assertThat(as(OPERATOR).post("/v1/waste/nonsense/reclaim", "{}").status()).isEqualTo(404);
    act(id, "stop");
    awaitStatus(id, "idle");
  }

  private int reclaim(JsonNode waste) {
    return as(OPERATOR)
        .post("/v1/waste/" + waste.path("id").asString() + "/reclaim", "{}")
        .status();
  }

  private List<JsonNode> waste(String kind) {
    return all().stream().filter(waste -> waste.path("kind").asString().equals(kind)).toList();
  }

  private List<JsonNode> all() {
    return as(OPERATOR).get("/v1/waste?limit=100").json().path("data").valueStream().toList();
  }

  /** Until exactly these kinds are told of the channel. */
  private Map<String, JsonNode> awaitWaste(String id, String... kinds) {
    return await()
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              Map<String, JsonNode> byKind = new TreeMap<>();
              all().stream()
                  .filter(waste -> waste.path("resource_id").asString().equals(id))
                  .forEach(waste -> byKind.put(waste.path("kind").asString(), waste));
              return byKind;
            },
            found -> List.copyOf(found.keySet()).equals(List.of(kinds)));
  }
}
