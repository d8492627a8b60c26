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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import software.amazon.awssdk.services.mediaconnect.MediaConnectClient;
import software.amazon.awssdk.services.mediaconnect.model.Entitlement;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import tools.jackson.databind.JsonNode;

/** A channel contributed to by SRT and its shares, on an AWS that speaks MediaConnect. */
class SharesIT extends ServiceScenario {

  private static final LocalCloud CLOUD = new LocalCloud(temporary());
  private static final String SHARE =
      "{\"name\":\"Partner\",\"allowed_cidrs\":[\"198.51.100.0/24\",\"203.0.113.0/24\"]}";

  private static final String ENTITLEMENT =
      """
      {"name":"Partner","protocol":"entitlement","subscribers":["222233334444","333344445555"],
       "subscriber_fee_percent":25,"encryption":"aes256"}
      """;

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
    return share(channel, SHARE);
  }

  private Reply share(String channel, String body) {
    return as(OWNER).post("/v1/channels/" + channel + "/shares", body);
  }

  private JsonNode awaitShare(String path, String status) {
    return await()
        .atMost(Duration.ofSeconds(60))
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

  @Test
  void whatIsGrantedToOtherAccountsFollowsItsChannelAndIsRevoked() {
    String channel = srtChannel();
    JsonNode made = share(channel, ENTITLEMENT).json();
    JsonNode open = share(channel, ENTITLEMENT.replace("aes256", "none")).json();
    String key = made.at("/entitlement/key").asString();
    assertThat(key).matches("[0-9a-f]{64}");
    assertThat(made.at("/entitlement/arn").isNull()).isTrue();
    assertThat(made.path("passphrase").isNull()).isTrue();
    assertThat(open.at("/entitlement/key").isNull()).isTrue();
    String shares = "/v1/channels/" + channel + "/shares/";
    String path = shares + made.path("id").asString();

    act(channel, "start");
    awaitStatus(channel, "waiting");
    JsonNode ready = awaitShare(path, "ready");
    awaitShare(shares + open.path("id").asString(), "ready");
    assertThat(ready.path("url").isNull()).isTrue();
    try (MediaConnectClient flows = clients.create(MediaConnectClient.builder());
        SecretsManagerClient secrets = clients.create(SecretsManagerClient.builder())) {
      String flow = flows.listFlows(request -> {}).flows().getFirst().flowArn();
      Entitlement granted =
          flows.describeFlow(request -> request.flowArn(flow)).flow().entitlements().stream()
              .filter(there -> there.encryption() != null)
              .findFirst()
              .orElseThrow();
      assertThat(granted.entitlementArn()).isEqualTo(ready.at("/entitlement/arn").asString());
      assertThat(granted.subscribers()).containsExactly("222233334444", "333344445555");
      assertThat(granted.dataTransferSubscriberFeePercent()).isEqualTo(25);
      assertThat(granted.encryption().algorithmAsString()).isEqualTo("aes256");
      assertThat(
              secrets
                  .getSecretValue(get -> get.secretId(granted.encryption().secretArn()))
                  .secretString())
          .isEqualTo(key);

      assertThat(as(OWNER).delete(path).status()).isEqualTo(202);
      await().atMost(Duration.ofSeconds(60)).until(() -> as(OWNER).get(path).status() == 404);
      assertThat(flows.describeFlow(request -> request.flowArn(flow)).flow().entitlements())
          .extracting(Entitlement::encryption)
          .containsOnlyNulls()
          .hasSize(1);
    }
    act(channel, "stop");
    awaitStatus(channel, "idle");
    as(OWNER).delete("/v1/channels/" + channel);
    awaitNotFound(channel);
    assertThat(flowStates()).isEmpty();
  }

  @Test
  void whatIsGrantedIsCountedByItselfAndPlanned() {
    String channel = srtChannel();
    Reply planned = as(OWNER).post("/v1/channels/" + channel + "/shares?dry_run=true", ENTITLEMENT);
    assertThat(planned.text())
        .contains("entitlements of a flow", "entitlement gigabytes")
        .doesNotContain("outputs of a flow");
    for (int i = 0; i < 50; i++) {
      assertThat(share(channel, ENTITLEMENT).status()).isEqualTo(202);
    }
    Reply refused = share(channel, ENTITLEMENT);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("entitlement_limit_reached");
    assertThat(refused.problem().path("limit").asInt()).isEqualTo(50);
    assertThat(share(channel).status()).isEqualTo(202);
    as(OWNER).delete("/v1/channels/" + channel);
    awaitNotFound(channel);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"allowed_cidrs\":[\"0.0.0.0/0\"]; allowed_cidrs[0]; everybody",
        "\"allowed_cidrs\":[\"198.51.100.7/24\"]; allowed_cidrs[0]; /32",
        "\"allowed_cidrs\":[\"198.51.100.0/33\"]; allowed_cidrs[0]; IPv4",
        "\"allowed_cidrs\":[\"2001:db8::/32\"]; allowed_cidrs[0]; IPv4",
        "\"allowed_cidrs\":[\"198.51.100.0\"]; allowed_cidrs[0]; IPv4",
        "\"allowed_cidrs\":[]; allowed_cidrs; 1",
        "\"protocol\":\"srt-listener\"; allowed_cidrs; needed",
        "\"subscribers\":[\"222233334444\"]; subscribers; leave it out",
        "\"protocol\":\"entitlement\"; subscribers; needed",
        "\"protocol\":\"entitlement\",\"subscribers\":[\"22223333444\"]; subscribers[0]; 12",
        "\"protocol\":\"entitlement\",\"subscribers\":[\"222233334444\",\"222233334444\"];"
            + " subscribers; unique",
        "\"protocol\":\"entitlement\",\"subscribers\":[\"222233334444\"],"
            + "\"subscriber_fee_percent\":101; subscriber_fee_percent; 100",
        "\"protocol\":\"entitlement\",\"subscribers\":[\"222233334444\"],"
            + "\"allowed_cidrs\":[\"198.51.100.0/24\"]; allowed_cidrs; leave it out",
        "\"protocol\":\"carrier-pigeon\"; protocol; srt-listener or entitlement"
      })
  void whatDoesNotGoIsRefusedNamingTheField(String fields, String field, String words) {
    Reply refused = share("ch_none", "{\"name\":\"Partner\"," + fields + "}");

    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.problem().path("violations").valueStream())
        .as(refused.text())
        .anyMatch(
            one ->
                one.path("field").asString().equals(field)
                    && one.path("detail").asString().contains(words));
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
