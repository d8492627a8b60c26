package onair.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import onair.common.aws.AwsClients;
import onair.common.security.Caller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.InputWhitelistRuleCidr;
import software.amazon.awssdk.services.medialive.model.LogLevel;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import tools.jackson.databind.JsonNode;

/** What somebody changes in AWS is found setting by setting, and nothing else is. */
class DriftIT extends ServiceScenario {

  private static final LocalCloud CLOUD = new LocalCloud(temporary());
  private static final Caller OPERATOR = caller("org_1", "channels:*", "ops:read", "ops:write");
  private static final String GROUP = "onair-test";

  private final MediaLiveClient live;
  private final MediaPackageV2Client packages;

  @Autowired
  DriftIT(@LocalServerPort int port, AwsClients clients) {
    super(port);
    this.live = clients.create(MediaLiveClient.builder());
    this.packages = clients.create(MediaPackageV2Client.builder());
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
      return Files.createTempDirectory("drift");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * The encoder is compared last, so that its drift tells that all else was compared and is well.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"a\",\"ladder\":\"1080p\"}",
        "{\"name\":\"b\",\"ladder\":\"720p\",\"dvr_window_seconds\":0}",
        "{\"name\":\"c\",\"ladder\":\"540p\",\"record\":true,\"ads\":{\"enabled\":true}}",
        "{\"name\":\"d\",\"packaging\":\"mediapackage_v1\"}",
        "{\"name\":\"e\",\"origin\":\"s3\"}",
        "{\"name\":\"f\",\"origin\":\"mediastore\"}",
        "{\"name\":\"g\",\"ingest\":{\"protocol\":\"srt\",\"allowed_cidrs\":[\"10.0.0.0/8\"]}}",
        "{\"name\":\"h\",\"pipelines\":\"dual\",\"ingest\":{\"backup\":true}}",
      })
  void onWhateverChannelOnlyWhatWasChangedDrifts(String body) {
    String id = resting(body);
    quieten(id);

    act(id, "start");
    JsonNode drift = awaitDrift(id, one -> true);

    assertThat(drift.path("kind").asString()).isEqualTo("medialive-channel");
    assertThat(drift.path("field").asString()).isEqualTo("logLevel");
    assertThat(drift.path("wanted").asString()).isEqualTo("WARNING");
    assertThat(drift.path("found").asString()).isEqualTo("ERROR");
    assertThat(drifts(id)).hasSize(1);
    as(OWNER).delete("/v1/channels/" + id);
    awaitNotFound(id);
    assertThat(drifts(id)).isEmpty();
  }

  @Test
  void eachSettingIsRepairedAdoptedOrIgnoredAsTheOperatorSays() {
    String id = resting("{\"name\":\"Show\"}");
    quieten(id);
    String list =
        live.listInputSecurityGroups(request -> {}).inputSecurityGroups().stream()
            .filter(group -> group.tags().getOrDefault("onair:resource", "").startsWith(id + "/"))
            .findFirst()
            .orElseThrow()
            .id();
    live.updateInputSecurityGroup(
        request ->
            request
                .inputSecurityGroupId(list)
                .whitelistRules(InputWhitelistRuleCidr.builder().cidr("192.0.2.0/24").build()));
    packages.deleteOriginEndpointPolicy(
        request ->
            request
                .channelGroupName(GROUP)
                .channelName("onair-test-" + id)
                .originEndpointName("cmaf"));

    act(id, "start");
    JsonNode level = awaitDrift(id, drift -> drift.path("field").asString().equals("logLevel"));
    JsonNode cidr = awaitDrift(id, drift -> drift.path("field").asString().contains("cidr"));
    assertThat(cidr.path("found").asString()).isEqualTo("192.0.2.0/24");
    assertThat(drifts(id)).as("what is missing altogether is made again instead").hasSize(2);

    act(id, "stop");
    awaitStatus(id, "idle");
    assertThat(decide(level, "adopt")).isEqualTo(200);
    assertThat(decide(cidr, "repair")).isEqualTo(202);
    act(id, "start");
    awaitDrift(id, drift -> drift.path("status").asString().equals("repaired"));
    assertThat(
            live.describeInputSecurityGroup(request -> request.inputSecurityGroupId(list))
                .whitelistRules())
        .extracting(rule -> rule.cidr())
        .containsExactly("0.0.0.0/0");
    assertThat(decide(cidr, "ignore")).as("it is over").isEqualTo(409);
    awaitDrift(id, drift -> drift.path("status").asString().equals("adopted"));

    awaitStatus(id, "waiting");
    act(id, "stop");
    awaitStatus(id, "idle");
    assertThat(decide(level, "repair")).isEqualTo(202);
    act(id, "start");
    await()
        .atMost(Duration.ofSeconds(40))
        .until(
            () ->
                drifts(id).stream()
                    .allMatch(drift -> drift.path("status").asString().equals("repaired")));
    awaitStatus(id, "waiting");
    assertThat(
            as(caller("org_2", "ops:*")).get("/v1/drift/" + level.path("id").asString()).status())
        .isEqualTo(404);
  }

  /** Everything of it is in AWS and nothing runs. */
  private String resting(String body) {
    String id = create(body).json().path("id").asString();
    act(id, "start");
    awaitStatus(id, "waiting");
    act(id, "stop");
    awaitUntil(id, channel -> channel.path("provisioning").asString().equals("ready"));
    return id;
  }

  /** What somebody does who wants fewer lines in the log. */
  private void quieten(String id) {
    String encoder =
        live.listChannels(request -> {}).channels().stream()
            .filter(channel -> channel.name().equals(id))
            .filter(channel -> !channel.stateAsString().startsWith("DELET"))
            .findFirst()
            .orElseThrow()
            .id();
    live.updateChannel(request -> request.channelId(encoder).logLevel(LogLevel.ERROR));
  }

  private int decide(JsonNode drift, String verb) {
    return as(OPERATOR)
        .post("/v1/drift/" + drift.path("id").asString() + "/" + verb, "{}")
        .status();
  }

  private List<JsonNode> drifts(String id) {
    return as(OPERATOR)
        .get("/v1/drift?limit=100")
        .json()
        .path("data")
        .valueStream()
        .filter(drift -> drift.path("owner_id").asString().equals(id))
        .toList();
  }

  private JsonNode awaitDrift(String id, Predicate<JsonNode> so) {
    return await()
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> drifts(id).stream().filter(so).toList(), drifts -> !drifts.isEmpty())
        .getFirst();
  }
}
