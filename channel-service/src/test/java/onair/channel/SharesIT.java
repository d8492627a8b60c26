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
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import software.amazon.awssdk.services.mediaconnect.MediaConnectClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import tools.jackson.databind.JsonNode;

/** A channel contributed to by SRT and its shares, on an AWS that speaks MediaConnect. */
class SharesIT extends ServiceScenario {

  private static final LocalCloud CLOUD = new LocalCloud(temporary());
  private static final String SHARE =
      "{\"name\":\"Partner\",\"allowed_cidrs\":[\"198.51.100.0/24\",\"203.0.113.0/24\"]}";

  private final AwsClients clients;

  @Autowired
  SharesIT(@LocalServerPort int port, AwsClients clients) {
    super(port);
    this.clients = clients;
  }

  @DynamicPropertySource
  static void cloud(DynamicPropertyRegistry properties) {
    properties.add("onair.aws.endpoint", CLOUD::endpoint);
    properties.add("onair.channel.ingest.srt-ports", () -> "24000-24099");
  }

  @AfterAll
  static void closeCloud() {
    CLOUD.down();
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("channel-shares");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private String srtChannel() {
    Reply reply = create("{\"name\":\"Studio\",\"ingest\":{\"protocol\":\"srt\"}}");
    assertThat(reply.status()).isEqualTo(202);
    JsonNode ingest = reply.json().path("ingest");
    assertThat(ingest.path("passphrase").asString()).hasSize(32);
    assertThat(ingest.path("stream_key").isNull()).isTrue();
    return reply.json().path("id").asString();
  }

  private Reply share(String channel) {
    return as(OWNER).post("/v1/channels/" + channel + "/shares", SHARE);
  }

  private JsonNode awaitShare(String path, String status) {
    return await()
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> as(OWNER).get(path).json(),
            share -> share.path("status").asString().equals(status));
  }

  @Test
  void aShareFollowsItsChannelOnAirAndOffAirAndEndsWithItLeavingNothing() {
    String channel = srtChannel();
    Reply made = share(channel);
    assertThat(made.status()).isEqualTo(202);
    assertThat(made.json().path("status").asString()).isEqualTo("idle");
    String path = "/v1/channels/" + channel + "/shares/" + made.json().path("id").asString();

    act(channel, "start");
    JsonNode waiting = awaitStatus(channel, "waiting");
    assertThat(waiting.path("ingest").path("url").asString()).startsWith("srt://").contains(":24");
    JsonNode ready = awaitShare(path, "ready");
    assertThat(ready.path("url").asString()).startsWith("srt://").contains(":24");
    assertThat(ready.path("passphrase").asString())
        .hasSize(32)
        .isNotEqualTo(waiting.path("ingest").path("passphrase").asString());
    assertThat(flowStates()).containsExactly("ACTIVE");

    act(channel, "stop");
    awaitStatus(channel, "idle");
    awaitShare(path, "idle");
    assertThat(flowStates()).containsExactly("STANDBY");

    assertThat(as(OWNER).delete("/v1/channels/" + channel).status()).isEqualTo(202);
    awaitNotFound(channel);
    assertThat(as(OWNER).get(path).status()).isEqualTo(404);
    assertThat(flowStates()).isEmpty();
    try (SecretsManagerClient secrets = clients.create(SecretsManagerClient.builder())) {
      assertThat(secrets.listSecrets(request -> {}).secretList()).isEmpty();
    }
  }

  private List<String> flowStates() {
    try (MediaConnectClient flows = clients.create(MediaConnectClient.builder())) {
      return flows.listFlows(request -> {}).flows().stream()
          .map(flow -> flow.statusAsString())
          .toList();
    }
  }

  @Test
  void theFiftyFirstShareIsRefusedNamingTheLimitAndADeletedOneMakesRoom() {
    String channel = srtChannel();
    String first = share(channel).json().path("id").asString();
    for (int i = 1; i < 50; i++) {
      assertThat(share(channel).status()).isEqualTo(202);
    }

    Reply refused = share(channel);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("share_limit_reached");
    assertThat(refused.problem().path("limit").asInt()).isEqualTo(50);

    as(OWNER).delete("/v1/channels/" + channel + "/shares/" + first);
    assertThat(share(channel).status()).isEqualTo(202);
    as(OWNER).delete("/v1/channels/" + channel);
    awaitNotFound(channel);
  }

  @Test
  void whatIsPushedByRtmpCannotBeSharedAndStrangersFindNothing() {
    String rtmp = created();
    Reply refused = share(rtmp);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("ingest_not_shareable");
    assertThat(refused.problem().path("detail").asString()).contains("protocol srt");

    String channel = srtChannel();
    String id = share(channel).json().path("id").asString();
    var stranger = as(caller("org_2", "channels:*"));
    assertThat(stranger.get("/v1/channels/" + channel + "/shares").status()).isEqualTo(404);
    assertThat(stranger.delete("/v1/channels/" + channel + "/shares/" + id).status())
        .isEqualTo(404);
    JsonNode masked =
        as(caller("org_1", "channels:read"))
            .get("/v1/channels/" + channel + "/shares/" + id)
            .json();
    assertThat(masked.path("passphrase").asString()).startsWith("****");
    as(OWNER).delete("/v1/channels/" + channel);
    awaitNotFound(channel);
  }
}
