package onair.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import onair.common.aws.AwsClients;
import onair.test.TestApi.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.ChannelClass;
import software.amazon.awssdk.services.medialive.model.DescribeChannelResponse;
import software.amazon.awssdk.services.medialive.model.Input;
import software.amazon.awssdk.services.medialive.model.InputAttachment;
import software.amazon.awssdk.services.medialive.model.InputClass;
import software.amazon.awssdk.services.medialive.model.InputDestination;
import software.amazon.awssdk.services.medialive.model.InputState;
import tools.jackson.databind.JsonNode;

/** Channels that are there twice: what users are told of them, and what AWS has. */
class RedundancyIT extends ServiceScenario {

  private static final LocalCloud CLOUD = new LocalCloud(temporary());
  private static final String TWICE =
      "{\"name\":\"Twice\",\"pipelines\":\"dual\",\"ingest\":{\"protocol\":\"rtmp\",\"backup\":true}}";

  private final AwsClients clients;

  @Autowired
  RedundancyIT(@LocalServerPort int port, AwsClients clients) {
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
      return Files.createTempDirectory("redundancy");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void twoPipelinesAndABackupAreFourAddressesAndTwoKeys() {
    JsonNode ingest = create(TWICE).json().path("ingest");

    assertThat(ingest.path("url").asString()).isEqualTo("rtmp://ingest.example.com:1935/live");
    assertThat(ingest.path("second_url").asString())
        .isEqualTo("rtmp://ingest.example.com:1935/live2");
    JsonNode backup = ingest.path("backup");
    assertThat(backup.path("url")).isEqualTo(ingest.path("url"));
    assertThat(backup.path("second_url")).isEqualTo(ingest.path("second_url"));
    String key = backup.path("stream_key").asString();
    assertThat(key).hasSize(32).isNotEqualTo(ingest.path("stream_key").asString());

    JsonNode single = create("{\"name\":\"Once\"}").json().path("ingest");
    assertThat(single.path("second_url").isNull()).isTrue();
    assertThat(single.path("backup").isNull()).isTrue();
  }

  @Test
  void whoMayOnlyReadIsShownNeitherKey() {
    JsonNode made = create(TWICE).json();

    JsonNode shown =
        as(caller("org_1", "channels:read"))
            .get("/v1/channels/" + made.path("id").asString())
            .json();

    String key = made.at("/ingest/backup/stream_key").asString();
    assertThat(shown.at("/ingest/backup/stream_key").asString())
        .isEqualTo("*".repeat(28) + key.substring(28));
    assertThat(shown.toString()).doesNotContain(key);
  }

  @Test
  void whatIsThereTwiceIsPlannedTwiceAndNamedWhereNoPriceOfItIsKnown() {
    JsonNode plan = as(OWNER).post("/v1/channels?dry_run=true", TWICE).json();

    assertThat(plan.path("resources").valueStream())
        .anySatisfy(
            resource -> {
              assertThat(resource.path("kind").asString()).isEqualTo("input");
              assertThat(resource.path("count").asInt()).isEqualTo(2);
            });
    assertThat(plan.path("quotas").valueStream())
        .anySatisfy(
            quota -> {
              assertThat(quota.path("quota").asString()).isEqualTo("push inputs");
              assertThat(quota.path("needs").asInt()).isEqualTo(2);
            });
    assertThat(plan.at("/price/not_included").valueStream().map(JsonNode::asString))
        .contains(
            "medialive standard input avc hd 10mbps",
            "medialive standard output avc hd 10mbps 30fps",
            "medialive backup input");
    assertThat(plan.at("/price/parts").valueStream().map(part -> part.path("item").asString()))
        .noneMatch(item -> item.startsWith("medialive input") || item.contains("output avc"));
  }

  @Test
  void awsHasBothOfBothAndOneOfBothOnceOnePipelineIsEnough() {
    String id = create(TWICE).json().path("id").asString();
    act(id, "start");
    awaitStatus(id, "waiting");

    DescribeChannelResponse encoder = encoder(id);
    assertThat(encoder.channelClass()).isEqualTo(ChannelClass.STANDARD);
    assertThat(encoder.inputAttachments())
        .extracting(InputAttachment::inputAttachmentName)
        .containsExactly("main", "backup");
    assertThat(
            encoder
                .inputAttachments()
                .getFirst()
                .automaticInputFailoverSettings()
                .secondaryInputId())
        .isEqualTo(encoder.inputAttachments().getLast().inputId());
    assertThat(inputs(id)).hasSize(2).allMatch(input -> input.inputClass() == InputClass.STANDARD);
    assertThat(streams(id)).hasSize(4).doesNotHaveDuplicates();

    act(id, "stop");
    awaitStatus(id, "idle");
    assertThat(as(OWNER).patch("/v1/channels/" + id, "{\"pipelines\":\"single\"}").status())
        .isEqualTo(200);
    act(id, "start");
    awaitStatus(id, "waiting");

    assertThat(encoder(id).channelClass()).isEqualTo(ChannelClass.SINGLE_PIPELINE);
    assertThat(inputs(id))
        .hasSize(2)
        .allMatch(input -> input.inputClass() == InputClass.SINGLE_PIPELINE);
    as(OWNER).delete("/v1/channels/" + id);
    awaitNotFound(id);
    assertThat(LocalCloud.everything(clients, "onair-test"))
        .noneMatch(thing -> thing.contains(id) || thing.startsWith("allow list"));
  }

  @Test
  void whatCannotBeThereTwiceIsRefusedByTheFieldToChange() {
    Reply refused =
        create(
            "{\"name\":\"a\",\"pipelines\":\"dual\",\"ingest\":{\"protocol\":\"srt\",\"backup\":true}}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.problem().path("violations").findValuesAsString("field"))
        .containsExactlyInAnyOrder("pipelines", "ingest.backup");
  }

  private DescribeChannelResponse encoder(String id) {
    try (MediaLiveClient live = clients.create(MediaLiveClient.builder())) {
      String encoder =
          live.listChannelsPaginator(request -> {}).channels().stream()
              .filter(channel -> channel.name().equals(id))
              .filter(channel -> !channel.stateAsString().equals("DELETED"))
              .findFirst()
              .orElseThrow()
              .id();
      return live.describeChannel(request -> request.channelId(encoder));
    }
  }

  private List<Input> inputs(String id) {
    try (MediaLiveClient live = clients.create(MediaLiveClient.builder())) {
      return live.listInputsPaginator(request -> {}).inputs().stream()
          .filter(input -> input.name().startsWith(id) && input.state() != InputState.DELETED)
          .toList();
    }
  }

  private List<String> streams(String id) {
    return inputs(id).stream()
        .flatMap(input -> input.destinations().stream())
        .map(InputDestination::url)
        .toList();
  }
}
