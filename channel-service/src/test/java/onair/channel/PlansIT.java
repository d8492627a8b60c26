package onair.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import onair.common.aws.AwsClients;
import onair.common.tenancy.Tenancy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.DescribeChannelResponse;
import tools.jackson.databind.JsonNode;

/** What a rehearsal tells, against what AWS then has. */
@TestPropertySource(properties = "onair.outgoing.allowed-networks=203.0.113.0/24")
class PlansIT extends ServiceScenario {

  @TempDir static Path data;
  private static LocalCloud cloud;

  private final AwsClients clients;
  private final JdbcClient jdbc;

  @Autowired
  PlansIT(@LocalServerPort int port, AwsClients clients, JdbcClient jdbc) {
    super(port);
    this.clients = clients;
    this.jdbc = jdbc;
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"a\"}",
        "{\"name\":\"b\",\"ladder\":\"1080p\",\"ingest\":{\"protocol\":\"srt\"}}",
        "{\"name\":\"c\",\"ladder\":\"540p\",\"origin\":\"s3\"}",
        "{\"name\":\"d\",\"ingest\":{\"protocol\":\"srt\"},\"origin\":\"mediastore\"}",
        "{\"name\":\"f\",\"ingest\":{\"protocol\":\"hls_pull\","
            + "\"url\":\"http://203.0.113.9/live.m3u8\"}}",
        "{\"name\":\"g\",\"ingest\":{\"protocol\":\"srt_caller\","
            + "\"url\":\"srt://203.0.113.9:9000\"}}",
        "{\"name\":\"e\",\"origin\":\"mediapackage\",\"packaging\":\"mediapackage_v1\","
            + "\"ingest\":{\"protocol\":\"rtmp\",\"allowed_cidrs\":[\"203.0.113.0/24\"]}}",
      })
  void thePlanIsWhatIsThenCreated(String channel) {
    JsonNode plan = as(OWNER).post("/v1/channels?dry_run=true", channel).json();
    String id = create(channel).json().path("id").asString();
    act(id, "start");
    awaitUntil(id, now -> now.path("status").asString().matches("waiting|live"));

    assertThat(created(id)).isEqualTo(planned(plan));
    DescribeChannelResponse encoder = encoder(id);
    assertThat(count(plan, "medialive output avc.*"))
        .isEqualTo(encoder.encoderSettings().videoDescriptions().size());
    assertThat(count(plan, "medialive output avc hd.*"))
        .isEqualTo(
            encoder.encoderSettings().videoDescriptions().stream()
                .filter(video -> video.height() >= 720)
                .count());
    String bitrate =
        encoder.inputSpecification().maximumBitrateAsString().replaceAll("MAX_(\\d+)_MBPS", "$1");
    assertThat(count(plan, "medialive input avc hd " + bitrate + "mbps")).isEqualTo(1);
    assertThat(count(plan, "mediaconnect flow"))
        .isEqualTo(planned(plan).containsKey("mediaconnect flow") ? 1 : 0);

    JsonNode again = as(OWNER).post("/v1/channels?dry_run=true", channel).json();
    assertThat(quotas(again, "used")).isEqualTo(quotas(plan, "after"));
    assertThat(plan.path("quotas")).allMatch(quota -> quota.path("needs").asInt() == 1);
    assertThat(planned(as(OWNER).post("/v1/channels?dry_run=true", channel).json()))
        .isEqualTo(planned(plan));

    act(id, "stop");
    awaitStatus(id, "idle");
  }

  private static Map<String, Integer> planned(JsonNode plan) {
    Map<String, Integer> counts = new TreeMap<>();
    plan.path("resources")
        .forEach(
            resource -> {
              if (resource.path("action").asString().equals("create")) {
                counts.put(
                    resource.path("service").asString() + " " + resource.path("kind").asString(),
                    resource.path("count").asInt());
              }
            });
    return counts;
  }

  private Map<String, Integer> created(String id) {
    return Tenancy.asSystem(
        () ->
            jdbc
                .sql("select kind from resource where owner = ? and physical_id is not null")
                .param(id)
                .query(String.class)
                .list()
                .stream()
                .collect(
                    Collectors.toMap(
                        kind -> kind.replaceFirst("/.*", "").replaceFirst("-", " "),
                        kind -> 1,
                        Integer::sum,
                        TreeMap::new)));
  }

  private DescribeChannelResponse encoder(String id) {
    String encoder =
        Tenancy.asSystem(
            () ->
                jdbc.sql("select encoder_id from channel where id = ?")
                    .param(id)
                    .query(String.class)
                    .single());
    try (MediaLiveClient live = clients.create(MediaLiveClient.builder())) {
      return live.describeChannel(request -> request.channelId(encoder));
    }
  }

  private static int count(JsonNode plan, String item) {
    return plan.at("/price/parts")
        .valueStream()
        .filter(part -> part.path("item").asString().matches(item))
        .mapToInt(part -> part.path("count").asInt())
        .sum();
  }

  private static Map<String, Integer> quotas(JsonNode plan, String field) {
    return plan.path("quotas")
        .valueStream()
        .collect(
            Collectors.toMap(
                quota -> quota.path("service").asString() + " " + quota.path("quota").asString(),
                quota -> quota.path(field).asInt()));
  }
}
