package onair.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import onair.awslocal.AwsLocal;
import onair.awslocal.junit.WithAwsLocal;
import onair.test.TestApi.Reply;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import tools.jackson.databind.JsonNode;

/** A channel that is watched while it is changed. */
@WithAwsLocal
class LiveEditsApiIT extends ServiceScenario {

  private static final String RESTART = "?apply=restart";

  @Autowired
  LiveEditsApiIT(@LocalServerPort int port) {
    super(port);
  }

  @Test
  void whatAPlayerReadsGoesOnThroughAnEditInPlaceAndThroughARestart(
      AwsLocal aws,
      MediaLiveClient live,
      MediaPackageV2Client packages,
      CloudFrontClient cdn,
      @TempDir Path folder)
      throws Exception {
    as(OWNER).post("/v1/presets/ladders", Viewer.LADDER);
    as(OWNER).post("/v1/presets/ladders", Viewer.LADDER.replace("tiny", "finer"));
    String id = create("{\"name\":\"Show\",\"ladder\":\"tiny\"}").json().path("id").asString();
    act(id, "start");
    awaitWord(id, "waiting");
    String input = live.listInputs(request -> {}).inputs().getFirst().id();

    Playlist inPlace;
    Viewer viewer;
    try (Sender sender = Sender.to(live, Color.BLUE)) {
      awaitWord(id, "live");
      viewer = Viewer.of(aws, packages, cdn, folder);
      eventually().until(() -> viewer.middleIs(Color.BLUE));
      Playlist before = Playlist.of(viewer);

      Reply renamed = patch(id, "", "{\"name\":\"Late\",\"dvr_window_seconds\":7200}");
      assertThat(renamed.status()).isEqualTo(200);
      eventually().until(() -> startOver(packages) == 7200);
      inPlace =
          eventually().until(() -> Playlist.of(viewer), now -> now.last() > before.last() + 3);
      assertThat(inPlace.first()).isGreaterThanOrEqualTo(before.first());
      assertThat(inPlace.breaks()).isEqualTo(before.breaks());
      assertThat(get(id).path("status").asString()).isEqualTo("live");

      JsonNode plan = patch(id, "?dry_run=true", "{\"ladder\":\"finer\"}").json();
      assertThat(plan.at("/change/effect").asString()).isEqualTo("restart");
      assertThat(plan.at("/change/refused").asBoolean()).isTrue();
      Reply refused = patch(id, "", "{\"ladder\":\"finer\"}");
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.code()).isEqualTo("restart_required");

      Reply accepted = patch(id, RESTART, "{\"ladder\":\"finer\"}");
      assertThat(accepted.status()).isEqualTo(202);
      assertThat(accepted.header("Operation-Location"))
          .contains("/v1/operations/" + accepted.json().path("operation_id").asString());
      eventually().until(() -> operation(id).path("status").asString().equals("succeeded"));
    }
    try (Sender again = Sender.to(live, Color.GREEN)) {
      eventually().until(() -> viewer.middleIs(Color.GREEN));
      Playlist after =
          eventually().until(() -> Playlist.of(viewer), now -> now.last() > inPlace.last() + 2);
      assertThat(after.first()).isGreaterThanOrEqualTo(inPlace.first());
      assertThat(after.breaks()).isGreaterThan(inPlace.breaks());
      awaitWord(id, "live");
    }
    assertThat(live.listInputs(request -> {}).inputs().getFirst().id()).isEqualTo(input);
    assertThat(operation(id).path("type").asString()).isEqualTo("channel.restart");
    assertThat(as(OWNER).get("/v1/channels/" + id + "/sessions").json().path("data")).hasSize(1);

    as(OWNER).delete("/v1/channels/" + id);
    awaitNotFound(id);
  }

  @Test
  void aRehearsalTellsTheEffectAndARefusalTheWaysOut() {
    String id = created();
    JsonNode idle = patch(id, "?dry_run=true", "{\"latency\":\"reduced\"}").json();
    assertThat(idle.path("operation").asString()).isEqualTo("channel.start");
    assertThat(idle.at("/change/effect").asString()).isEqualTo("breaks_viewers");
    assertThat(idle.at("/change/refused").asBoolean()).isFalse();
    assertThat(idle.at("/change/consequence").asString()).contains("the next start");
    act(id, "start");
    awaitWord(id, "waiting");

    String several = "{\"name\":\"Late\",\"ladder\":\"1080p\",\"latency\":\"reduced\"}";
    JsonNode plan = patch(id, RESTART + "&dry_run=true", several).json();
    assertThat(plan.path("operation").asString()).isEqualTo("channel.update");
    assertThat(plan.at("/change/effect").asString()).isEqualTo("breaks_viewers");
    assertThat(plan.at("/change/refused").asBoolean()).isTrue();
    assertThat(plan.at("/change/fields").valueStream())
        .extracting(field -> field.path("field").asString() + " " + field.path("effect").asString())
        .containsExactly("name in_place", "ladder restart", "latency breaks_viewers");
    Reply refused = patch(id, RESTART, several);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("breaks_viewers");
    assertThat(refused.problem().path("fields").valueStream().map(JsonNode::asString))
        .containsExactly("latency");
    assertThat(refused.problem().path("ways")).hasSize(2);
    assertThat(get(id).path("name").asString()).isEqualTo("Show");

    JsonNode restart = patch(id, RESTART + "&dry_run=true", "{\"ladder\":\"1080p\"}").json();
    assertThat(restart.at("/change/refused").asBoolean()).isFalse();
    assertThat(restart.path("resources").valueStream())
        .extracting(made -> made.path("kind").asString() + " " + made.path("action").asString())
        .containsExactly("channel create", "channel start");
    JsonNode window = patch(id, "?dry_run=true", "{\"dvr_window_seconds\":60}").json();
    assertThat(window.at("/change/effect").asString()).isEqualTo("in_place");
    assertThat(window.at("/resources/0/action").asString()).isEqualTo("update");
    assertThat(get(id).path("dvr_window_seconds").asInt()).isEqualTo(3600);

    Reply unknown = patch(id, "?apply=now", "{\"ladder\":\"1080p\"}");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.problem().at("/violations/0/field").asString()).isEqualTo("apply");
    as(OWNER).delete("/v1/channels/" + id);
    awaitNotFound(id);
  }

  /**
   * What a player goes by.
   *
   * @param first number of the first segment that is listed
   * @param last number of the last
   * @param breaks how often something else began, since the channel is there
   */
  private record Playlist(int first, int last, int breaks) {

    static Playlist of(Viewer viewer) throws IOException, InterruptedException {
      List<String> lines = viewer.playlist().lines().toList();
      int first = number(lines, "#EXT-X-MEDIA-SEQUENCE:");
      long segments = lines.stream().filter(line -> line.startsWith("#EXTINF")).count();
      long listed = lines.stream().filter(line -> line.equals("#EXT-X-DISCONTINUITY")).count();
      return new Playlist(
          first,
          first + (int) segments - 1,
          number(lines, "#EXT-X-DISCONTINUITY-SEQUENCE:") + (int) listed);
    }

    private static int number(List<String> lines, String tag) {
      return lines.stream()
          .filter(line -> line.startsWith(tag))
          .mapToInt(line -> Integer.parseInt(line.substring(tag.length())))
          .findFirst()
          .orElseThrow();
    }
  }

  private Reply patch(String id, String query, String body) {
    return as(OWNER).patch("/v1/channels/" + id + query, body);
  }

  private void awaitWord(String id, String status) {
    eventually().until(() -> get(id).path("status").asString().equals(status));
  }

  private JsonNode operation(String id) {
    String operation = get(id).path("operation_id").asString();
    return as(OWNER).get("/v1/operations/" + operation).json();
  }

  private static int startOver(MediaPackageV2Client packages) {
    String group = packages.listChannelGroups(list -> {}).items().getFirst().channelGroupName();
    String channel =
        packages
            .listChannels(list -> list.channelGroupName(group))
            .items()
            .getFirst()
            .channelName();
    String endpoint =
        packages
            .listOriginEndpoints(list -> list.channelGroupName(group).channelName(channel))
            .items()
            .getFirst()
            .originEndpointName();
    return packages
        .getOriginEndpoint(
            get -> get.channelGroupName(group).channelName(channel).originEndpointName(endpoint))
        .startoverWindowSeconds();
  }

  private static ConditionFactory eventually() {
    return await()
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(300))
        .ignoreExceptions();
  }
}
