package onair.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import onair.awslocal.AwsLocal;
import onair.awslocal.junit.WithAwsLocal;
import onair.test.TestApi.Reply;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.ChannelState;
import software.amazon.awssdk.services.medialive.model.ScheduleAction;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import tools.jackson.databind.JsonNode;

/** The schedule of a channel that really encodes, seen in what it makes. */
@WithAwsLocal
@TestPropertySource(
    properties = {
      "onair.outgoing.plain-http=true",
      "onair.outgoing.allowed-networks=127.0.0.0/8",
      "onair.outgoing.ports="
    })
class ScheduleIT extends ServiceScenario {

  private static final Color ORANGE = new Color(255, 128, 0);

  @Autowired
  ScheduleIT(@LocalServerPort int port) {
    super(port);
  }

  @Test
  void aPictureIsSeenAndATagIsInTheSegmentsAndWhatIsCancelledLeavesMediaLive(
      AwsLocal aws,
      MediaLiveClient live,
      MediaPackageV2Client packages,
      CloudFrontClient cdn,
      @TempDir Path folder)
      throws Exception {
    String id = onAir("");
    String encoder = running(live);
    try (Sender sender = Sender.to(live, Color.BLUE);
        Pictures pictures = Pictures.in(folder)) {
      Viewer viewer = Viewer.of(aws, packages, cdn, folder);
      eventually().until(() -> viewer.cornerIs(Color.BLUE));

      Reply shown = plan(id, overlay(pictures.png("logo.png", ORANGE), ""));
      assertThat(shown.status()).isEqualTo(202);
      awaitAction(shown, "active");
      eventually().until(() -> viewer.cornerIs(ORANGE));
      assertThat(viewer.middleIs(Color.BLUE)).isTrue();

      awaitAction(plan(id, "{\"kind\":\"id3\",\"id3\":{\"text\":\"It is a goal\"}}"), "done");
      eventually().until(() -> viewer.segments().contains("It is a goal"));

      Instant later = Instant.now().plusSeconds(21);
      Reply planned = plan(id, overlay(pictures.png("b.png", ORANGE), later(later)));
      eventually().until(() -> names(live, encoder).contains(id(planned)));
      Reply refused = plan(id, overlay(pictures.png("b.png", ORANGE), ""));
      assertThat(refused.code()).isEqualTo("schedule_action_overlaps");
      assertThat(as(OWNER).delete(path(planned)).status()).isEqualTo(202);
      awaitAction(planned, "cancelled");
      assertThat(names(live, encoder)).doesNotContain(id(planned));

      as(OWNER).delete(path(shown));
      awaitAction(shown, "cancelled");
      eventually().until(() -> viewer.cornerIs(Color.BLUE));
      assertThat(names(live, encoder)).doesNotContain(id(shown));
    }
    end(id);
  }

  @Test
  void aChannelThatDoesNotRunHasNoSchedule() {
    String id = created();

    Reply refused = plan(id, "{\"kind\":\"pause\"}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("status_conflict");
    assertThat(refused.problem().path("current_status").asString()).isEqualTo("idle");
    assertThat(as(OWNER).get("/v1/channels/" + id + "/schedule").json().path("data")).isEmpty();
    assertThat(plan(id, "{\"kind\":\"dance\"}").status()).isEqualTo(422);
    assertThat(as(caller("org_2", "channels:*")).get("/v1/channels/" + id + "/schedule").status())
        .isEqualTo(404);
  }

  @Test
  void theSlateIsSeenOnceNobodySendsAnyMore(
      AwsLocal aws,
      MediaLiveClient live,
      MediaPackageV2Client packages,
      CloudFrontClient cdn,
      @TempDir Path folder)
      throws Exception {
    String id = onAir(",\"slate\":{\"color\":\"FF8000\",\"repeat_milliseconds\":200}");
    assertThat(get(id).at("/slate/color").asString()).isEqualTo("FF8000");
    Viewer viewer = Viewer.of(aws, packages, cdn, folder);
    try (Sender sender = Sender.to(live, Color.BLUE)) {
      eventually().until(() -> viewer.middleIs(Color.BLUE));
    }
    eventually().until(() -> viewer.middleIs(ORANGE));
    try (Sender again = Sender.to(live, Color.GREEN)) {
      eventually().until(() -> viewer.middleIs(Color.GREEN));
    }
    end(id);
  }

  @Test
  void aSlateIsEitherAColourOrAPictureOfThePublicInternet() {
    for (String slate :
        List.of(
            "{}",
            "{\"color\":\"red\"}",
            "{\"color\":\"FF8000\",\"image_url\":\"https://8.8.8.8/a.png\"}",
            "{\"image_url\":\"https://10.0.0.1/a.png\"}",
            "{\"image_url\":\"https://8.8.8.8/a.gif\"}",
            "{\"color\":\"FF8000\",\"black_milliseconds\":1000000}")) {
      Reply refused = create("{\"name\":\"Show\",\"slate\":" + slate + "}");
      assertThat(refused.status()).as(slate).isEqualTo(422);
    }
    Reply made = create("{\"name\":\"Show\",\"slate\":{\"color\":\"000080\"}}");
    String path = "/v1/channels/" + made.json().path("id").asString();
    assertThat(as(OWNER).patch(path, "{\"name\":\"Other\"}").json().at("/slate/color").asString())
        .isEqualTo("000080");
    assertThat(as(OWNER).patch(path, "{\"slate\":null}").json().path("slate").isNull()).isTrue();
    assertThat(
            as(OWNER)
                .patch(path, "{\"slate\":{\"image_url\":\"https://127.9.9.9.9/a.png\"}}")
                .status())
        .isEqualTo(422);
  }

  private String onAir(String more) {
    as(OWNER).post("/v1/presets/ladders", Viewer.LADDER);
    String id =
        create("{\"name\":\"Show\",\"ladder\":\"tiny\"" + more + "}").json().path("id").asString();
    act(id, "start");
    awaitStatus(id, "waiting");
    return id;
  }

  private void end(String id) {
    as(OWNER).delete("/v1/channels/" + id);
    awaitNotFound(id);
  }

  private Reply plan(String id, String body) {
    return as(OWNER).post("/v1/channels/" + id + "/schedule", body);
  }

  private static String id(Reply action) {
    return action.json().path("id").asString();
  }

  private static String path(Reply action) {
    JsonNode told = action.json();
    return "/v1/channels/%s/schedule/%s"
        .formatted(told.path("channel_id").asString(), told.path("id").asString());
  }

  private void awaitAction(Reply action, String status) {
    eventually()
        .until(() -> as(OWNER).get(path(action)).json().path("status").asString().equals(status));
  }

  private static String running(MediaLiveClient live) {
    return live.listChannels(request -> {}).channels().stream()
        .filter(channel -> channel.state() == ChannelState.RUNNING)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static List<String> names(MediaLiveClient live, String encoder) {
    return live.describeSchedule(request -> request.channelId(encoder)).scheduleActions().stream()
        .map(ScheduleAction::actionName)
        .toList();
  }

  private static ConditionFactory eventually() {
    return await()
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(300))
        .ignoreExceptions();
  }

  private static String overlay(String url, String more) {
    return "{\"kind\":\"overlay\",\"overlay\":{\"image_url\":\"%s\",\"layer\":%d}%s}"
        .formatted(url, url.endsWith("b.png") ? 2 : 1, more);
  }

  private static String later(Instant at) {
    return ",\"start_at\":\"%s\",\"duration_seconds\":60".formatted(at);
  }
}
