package onair.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import onair.common.aws.AwsClients;
import onair.test.TestApi.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.InputState;
import tools.jackson.databind.JsonNode;

/** Broadcasts on an AWS that can go away. */
class ChannelServiceIT extends ServiceScenario {

  private static final LocalCloud CLOUD = new LocalCloud(temporary());

  private final AwsClients clients;
  private final JdbcClient jdbc;

  @Autowired
  ChannelServiceIT(@LocalServerPort int port, AwsClients clients, JdbcClient jdbc) {
    super(port);
    this.clients = clients;
    this.jdbc = jdbc;
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
      return Files.createTempDirectory("channel-service");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private List<String> inAws(String id) {
    return LocalCloud.everything(clients, "onair-test").stream()
        .filter(thing -> thing.contains(id) || thing.startsWith("allow list"))
        .toList();
  }

  @Test
  void aBroadcastIsMadeStartedStoppedAndRemovedWithNothingLeftInAws() {
    String id = created();

    Reply start = act(id, "start");
    assertThat(start.status()).isEqualTo(202);
    assertThat(start.json().path("status").asString()).isEqualTo("starting");
    JsonNode waiting = awaitStatus(id, "waiting");
    assertThat(waiting.path("provisioning").asString()).isEqualTo("running");
    assertThat(inAws(id)).hasSize(4);
    JsonNode operation =
        as(OWNER).get("/v1/operations/" + waiting.path("operation_id").asString()).json();
    assertThat(operation.path("status").asString()).isEqualTo("succeeded");
    assertThat(operation.path("type").asString()).isEqualTo("channel.start");
    assertThat(operation.path("steps").findValuesAsString("status"))
        .hasSize(8)
        .containsOnly("succeeded");

    Reply again = act(id, "start");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.problem().path("current_status").asString()).isEqualTo("waiting");
    assertThat(again.problem().path("allowed_from").valueStream().map(JsonNode::asString))
        .containsExactly("failed", "idle");

    assertThat(act(id, "stop").status()).isEqualTo(202);
    assertThat(awaitStatus(id, "idle").path("provisioning").asString()).isEqualTo("ready");

    Reply delete = as(OWNER).delete("/v1/channels/" + id);
    assertThat(delete.status()).isEqualTo(202);
    assertThat(delete.json().path("status").asString()).isEqualTo("deleted");
    awaitNotFound(id);
    assertThat(inAws(id)).isEmpty();
    JsonNode removal =
        as(OWNER).get("/v1/operations/" + delete.json().path("operation_id").asString()).json();
    assertThat(removal.path("status").asString()).isEqualTo("succeeded");
  }

  @Test
  void aRunningChannelCanBeDeletedOutright() {
    String id = created();
    act(id, "start");
    awaitStatus(id, "waiting");

    assertThat(as(OWNER).delete("/v1/channels/" + id).status()).isEqualTo(202);

    awaitNotFound(id);
    assertThat(inAws(id)).isEmpty();
  }

  @Test
  void whatIsStartedWhileAwsIsAwayStartsWhenItIsBackAndNothingIsDoubled() {
    String running = created();
    act(running, "start");
    awaitStatus(running, "waiting");

    CLOUD.down();
    try {
      String id = created();
      assertThat(act(id, "start").status()).isEqualTo(202);
      JsonNode told = awaitUntil(id, channel -> !channel.path("status_reason").isNull());
      assertThat(told.path("status").asString()).isEqualTo("starting");
      assertThat(get(running).path("status").asString()).isEqualTo("waiting");

      CLOUD.up();
      JsonNode healed = awaitStatus(id, "waiting");
      assertThat(healed.path("status_reason").isNull()).isTrue();
      awaitUntil(running, channel -> channel.path("status_reason").isNull());
      assertThat(inAws(id).stream().filter(thing -> !thing.startsWith("allow list"))).hasSize(3);

      as(OWNER).delete("/v1/channels/" + id);
      as(OWNER).delete("/v1/channels/" + running);
      awaitNotFound(id);
      awaitNotFound(running);
      assertThat(LocalCloud.everything(clients, "onair-test"))
          .noneMatch(thing -> thing.contains(id) || thing.contains(running))
          .noneMatch(thing -> thing.startsWith("allow list"));
    } finally {
      CLOUD.up();
    }
  }

  @Test
  void theSharedPackagingGroupIsMadeAheadAndTold() {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                jdbc.sql(
                            "select count(*) from shared_origin where domain is not null and id = 'onair-test'")
                        .query(Long.class)
                        .single()
                    == 1);

    assertThat(
            jdbc.sql("select domain from shared_origin where id = 'onair-test'")
                .query(String.class)
                .single())
        .endsWith(".mediapackagev2.eu-west-1.amazonaws.com");
  }

  @Test
  void aNewKeyIsTheOnlyOneAnInputTakesOnceItWasChanged() {
    String id = created();
    act(id, "start");
    JsonNode waiting = awaitStatus(id, "waiting");

    Reply rotated = act(id, "rotate-stream-key");

    assertThat(rotated.status()).isEqualTo(200);
    String key = rotated.json().at("/ingest/stream_key").asString();
    assertThat(key).isNotEqualTo(waiting.at("/ingest/stream_key").asString());
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> streams(id).equals(List.of(key)) && !encoders(id).isEmpty());
    awaitStatus(id, "waiting");
    assertThat(inAws(id)).hasSize(4);
    as(OWNER).delete("/v1/channels/" + id);
    awaitNotFound(id);
    assertThat(inAws(id)).isEmpty();
  }

  private List<String> encoders(String id) {
    return inAws(id).stream().filter(thing -> thing.startsWith("channel ")).toList();
  }

  /** What the channel's inputs are pushed to with. */
  private List<String> streams(String id) {
    try (MediaLiveClient live = clients.create(MediaLiveClient.builder())) {
      return live.listInputsPaginator(request -> {}).inputs().stream()
          .filter(input -> input.name().contains(id) && input.state() != InputState.DELETED)
          .map(input -> input.destinations().getFirst().url())
          .map(url -> url.substring(url.lastIndexOf('/') + 1))
          .toList();
    }
  }
}
