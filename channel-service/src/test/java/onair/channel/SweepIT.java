package onair.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import onair.common.aws.AwsClients;
import onair.common.security.Caller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What is planted in AWS under our tags is found, priced and removed; nothing else is touched. */
@TestPropertySource(
    properties = {
      "onair.sweep.every=500ms",
      "onair.sweep.grace=9s",
    })
class SweepIT extends ServiceScenario {

  private static final LocalCloud CLOUD = new LocalCloud(temporary());
  private static final Caller OPERATOR = caller("org_1", "channels:*", "ops:read");
  private static final String GROUP = "onair-test";
  private static final String BUCKET = "onair-test-000000000000-live";
  private static final String NOBODY = "ch_nobody";

  private final AwsClients clients;

  @Autowired
  SweepIT(@LocalServerPort int port, AwsClients clients) {
    super(port);
    this.clients = clients;
  }

  @DynamicPropertySource
  static void cloud(DynamicPropertyRegistry properties) {
    properties.add("onair.aws.endpoint", CLOUD::endpoint);
  }

  @AfterAll
  static void closeCloud() {
    CLOUD.down();
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("sweep");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Map<String, String> orphaned(String kind) {
    return Planted.tags("test", NOBODY, kind);
  }

  @Test
  void whatIsPlantedUnderOurTagsIsFoundPricedAndRemovedAndNothingElseIsTouched() {
    String rtmp = created();
    String srt =
        create("{\"name\":\"Far away\",\"ingest\":{\"protocol\":\"srt\"}}")
            .json()
            .path("id")
            .asString();
    String stored = create("{\"name\":\"Stored\",\"origin\":\"s3\"}").json().path("id").asString();
    for (String id : List.of(rtmp, stored, srt)) {
      act(id, "start");
      awaitStatus(id, "waiting");
      if (!id.equals(srt)) { // this machine encodes two at a time, and one is planted
        act(id, "stop");
        awaitStatus(id, "idle");
      }
    }
    List<JsonNode> own = inventory();
    assertThat(own).hasSizeGreaterThanOrEqualTo(15);
    String encoder = physicalId(own, rtmp + "/medialive-channel");
    var strangers = Map.of("owner", "somebody");
    var neighbours = Planted.tags("another", NOBODY, "medialive-input");

    try (var planted = new Planted(clients)) {
      String foreignList = planted.allowList(strangers);
      planted.input("foreign", foreignList, strangers);
      planted.input("neighbour", foreignList, neighbours);
      planted.input("mistagged", foreignList, orphaned("mediaconnect-flow"));
      planted.flow("foreign", 29_001, strangers);
      planted.packaged(GROUP, "foreign", strangers, strangers);
      planted.secret("foreign", strangers);
      List<String> before = everything();

      String list = planted.allowList(orphaned("medialive-input-security-group"));
      String input = planted.input("orphan", list, orphaned("medialive-input"));
      planted.runningEncoder(encoder, "orphan", input, orphaned("medialive-channel"));
      planted.input("double", list, Planted.tags("test", rtmp, "medialive-input"));
      planted.flow("orphan", 29_002, orphaned("mediaconnect-flow"));
      planted.packaged(
          GROUP, "orphan", orphaned("mediapackage-channel"), orphaned("mediapackage-endpoint"));
      planted.secret("orphan", orphaned("secretsmanager-secret"));
      planted.folder(BUCKET, "live-s3/" + NOBODY);

      List<JsonNode> removed = awaitOrphans(9, "removed");
      assertThat(removed)
          .extracting(orphan -> orphan.path("kind").asString())
          .containsExactlyInAnyOrder(
              "medialive-channel",
              "medialive-input",
              "medialive-input",
              "medialive-input-security-group",
              "mediaconnect-flow",
              "mediapackage-channel",
              "mediapackage-endpoint",
              "secretsmanager-secret",
              "s3-folder");
      assertThat(priceOf(removed, "medialive-channel")).contains("\"unit\":\"hour\"");
      assertThat(everything()).isEqualTo(before);
      assertThat(planted.objects(BUCKET, "live-s3/" + NOBODY)).isEmpty();
    }

    assertThat(inventory())
        .extracting(item -> item.path("physical_id").asString())
        .containsExactlyElementsOf(
            own.stream().map(item -> item.path("physical_id").asString()).toList());
    assertThat(get(srt).path("status").asString()).isEqualTo("waiting");
    assertThat(get(rtmp).path("provisioning").asString()).isEqualTo("ready");
    assertThat(get(stored).path("provisioning").asString()).isEqualTo("ready");
    assertThat(as(caller("org_2", "ops:read")).get("/v1/orphans").json().path("data")).isEmpty();
  }

  private static String physicalId(List<JsonNode> items, String id) {
    return items.stream()
        .filter(item -> item.path("id").asString().equals(id))
        .map(item -> item.path("physical_id").asString())
        .findFirst()
        .orElseThrow();
  }

  private static String priceOf(List<JsonNode> orphans, String kind) {
    return orphans.stream()
        .filter(orphan -> orphan.path("kind").asString().equals(kind))
        .map(orphan -> orphan.path("price").toString())
        .findFirst()
        .orElseThrow();
  }

  private List<JsonNode> inventory() {
    return as(OPERATOR).get("/v1/inventory?limit=100").json().path("data").valueStream().toList();
  }

  private List<JsonNode> awaitOrphans(int count, String status) {
    return await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () ->
                as(OPERATOR)
                    .get("/v1/orphans?limit=100")
                    .json()
                    .path("data")
                    .valueStream()
                    .filter(orphan -> orphan.path("status").asString().equals(status))
                    .toList(),
            orphans -> orphans.size() == count);
  }

  private List<String> everything() {
    return List.copyOf(new TreeSet<>(LocalCloud.everything(clients, GROUP)));
  }
}
