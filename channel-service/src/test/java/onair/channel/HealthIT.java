package onair.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import onair.awslocal.junit.WithAwsLocal;
import onair.common.aws.AwsClients;
import onair.test.TestApi.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import tools.jackson.databind.JsonNode;

/** How well a channel is fed and what it shows, with a broadcaster that really pushes. */
@WithAwsLocal
class HealthIT extends ServiceScenario {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final AwsClients clients;

  @Autowired
  HealthIT(@LocalServerPort int port, AwsClients clients) {
    super(port);
    this.clients = clients;
  }

  private Reply health(String id) {
    return as(OWNER).get("/v1/channels/" + id + "/health");
  }

  private Reply history(String id, String query) {
    return as(OWNER).get("/v1/channels/" + id + "/health/history" + query);
  }

  private Reply thumbnail(String id) {
    return as(OWNER).get("/v1/channels/" + id + "/thumbnail");
  }

  private JsonNode awaitHealth(String id, Predicate<JsonNode> so) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> health(id).json(), so);
  }

  private static Predicate<JsonNode> finds(String code) {
    return told -> told.path("findings").findValuesAsString("code").contains(code);
  }

  /** Where AWS itself takes the broadcast in. */
  private String pushedTo(String id) {
    try (MediaLiveClient live = clients.create(MediaLiveClient.builder())) {
      return live.listInputsPaginator(request -> {}).inputs().stream()
          .filter(input -> input.name().contains(id))
          .map(input -> input.destinations().getFirst().url())
          .findFirst()
          .orElseThrow();
    }
  }

  /** Five pictures a second are little work, and as good as any. */
  private static Process push(String url) throws IOException {
    return new ProcessBuilder(
            List.of(
                "ffmpeg",
                "-nostdin",
                "-loglevel",
                "error",
                "-re",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=320x180:rate=5",
                "-f",
                "lavfi",
                "-i",
                "sine=sample_rate=48000",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-tune",
                "zerolatency",
                "-pix_fmt",
                "yuv420p",
                "-g",
                "10",
                "-c:a",
                "aac",
                "-f",
                "flv",
                url))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  @Test
  void aBroadcastIsMeasuredAndPicturedAndItsEndIsNamed() throws IOException {
    String id = created();
    assertThat(health(id).json().path("health").asString()).isEqualTo("unknown");
    Reply none = thumbnail(id);
    assertThat(none.status()).isEqualTo(409);
    assertThat(none.problem().path("code").asString()).isEqualTo("channel_not_running");

    act(id, "start");
    awaitStatus(id, "waiting");
    JsonNode silent = awaitHealth(id, finds("no_input"));
    assertThat(silent.path("health").asString()).isEqualTo("starving");
    assertThat(silent.at("/findings/0/fix").asString()).contains("key");
    assertThat(thumbnail(id).problem().path("code").asString()).isEqualTo("no_thumbnail_yet");

    Process broadcaster = push(pushedTo(id));
    try {
      JsonNode fed =
          awaitHealth(
              id,
              told ->
                  finds("no_input").negate().test(told)
                      && told.at("/pipelines/0/frames_per_second").asDouble(0) > 1
                      && told.at("/pipelines/0/bits_per_second").asLong(0) > 1000);
      assertThat(fed.path("pipelines")).hasSize(1);
      assertThatTheHistoryHolds(id, fed.at("/pipelines/0"));
      Reply picture = await().atMost(PATIENCE).until(() -> thumbnail(id), r -> r.status() == 200);
      assertThat(picture.header("Content-Type")).contains("image/jpeg");
      assertThat(picture.header("Cache-Control")).contains("max-age=2, private");
      assertThat(picture.bytes()).startsWith(0xFF, 0xD8, 0xFF);
    } finally {
      broadcaster.destroyForcibly();
    }
    awaitHealth(id, finds("no_input"));
    act(id, "stop");
    awaitStatus(id, "idle");
    assertThat(history(id, "").json().at("/pipelines/0/points")).isNotEmpty();
  }

  /** Asked of AWS anew, it tells of the window that was told alone. */
  private void assertThatTheHistoryHolds(String id, JsonNode measured) {
    JsonNode told =
        await()
            .atMost(PATIENCE)
            .until(
                () -> history(id, "").json(),
                one ->
                    one.at("/pipelines/0/points")
                        .findValuesAsString("at")
                        .contains(measured.path("measured_at").asString()));
    assertThat(told.path("period_seconds").asInt()).isEqualTo(10);
    assertThat(told.path("pipelines")).hasSize(1);
    assertThat(told.at("/pipelines/0/pipeline").asString()).isEqualTo("0");
    List<Instant> times =
        told.at("/pipelines/0/points").findValuesAsString("at").stream()
            .map(Instant::parse)
            .toList();
    assertThat(times).isSorted().doesNotHaveDuplicates();
    Instant from = Instant.parse(told.path("from").asString());
    assertThat(times)
        .allSatisfy(
            time -> assertThat(time).isBetween(from, Instant.parse(told.path("to").asString())));
    assertThat(told.at("/pipelines/0/points").valueStream())
        .filteredOn(point -> point.path("at").equals(measured.path("measured_at")))
        .singleElement()
        .satisfies(
            point -> {
              assertThat(point.path("bits_per_second").asLong()).isGreaterThan(1000);
              assertThat(point.path("frames_per_second").asDouble()).isGreaterThan(1);
              assertThat(point.path("dropped_frames").isNumber()).isTrue();
              assertThat(point.path("filled_milliseconds").isNumber()).isTrue();
            });
  }

  @Test
  void theHistoryOfAChannelThatNeverRanIsEmpty() {
    JsonNode told = history(created(), "?seconds=10800").json();

    assertThat(told.path("object").asString()).isEqualTo("channel_health_history");
    assertThat(told.path("pipelines")).isEmpty();
    assertThat(
            Duration.between(
                Instant.parse(told.path("from").asString()),
                Instant.parse(told.path("to").asString())))
        .isEqualTo(Duration.ofHours(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9", "10801", "-1", "soon", "10.5"})
  void theHistoryGoesBackTenSecondsToThreeHours(String seconds) {
    Reply refused = history(created(), "?seconds=" + seconds);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.problem().at("/violations/0/field").asString()).isEqualTo("seconds");
  }

  @Test
  void nobodyElseIsToldOrShown() {
    String id = created();

    for (String what : List.of("/health", "/health/history", "/thumbnail")) {
      String path = "/v1/channels/" + id + what;
      assertThat(as(caller("org_2", "channels:*")).get(path).status()).isEqualTo(404);
      assertThat(as(caller("org_1", "ads:read")).get(path).status()).isEqualTo(403);
    }
  }
}
