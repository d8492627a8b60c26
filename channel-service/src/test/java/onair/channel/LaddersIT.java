package onair.channel;

import static org.assertj.core.api.Assertions.assertThat;

import onair.common.security.Caller;
import onair.test.TestApi.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Ladders of organizations; AWS is never asked. */
@TestPropertySource(properties = "onair.aws.endpoint=http://127.0.0.1:9")
class LaddersIT extends ServiceScenario {

  private static final String PATH = "/v1/presets/ladders";
  private static final String TWO_RUNGS =
      """
      { "name": "%s", "frame_rate": 50, "gop_seconds": 1,
        "source": { "width": 1920, "height": 1080, "frame_rate": 50 },
        "video": [
          { "name": "big", "width": 1280, "height": 720, "bits_per_second": 4000000 },
          { "name": "small", "width": 640, "height": 360, "bits_per_second": 900000,
            "profile": "main" } ] }
      """;

  LaddersIT(@LocalServerPort int port) {
    super(port);
  }

  private Reply make(String name) {
    return as(OWNER).post(PATH, TWO_RUNGS.formatted(name));
  }

  @Test
  void aLadderOfOnesOwnIsListedNamedByAChannelAndDeleted() {
    Reply made = make("sports");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("Location")).contains(PATH + "/sports");
    JsonNode ladder = as(OWNER).get(PATH + "/sports").json();
    assertThat(ladder).isEqualTo(made.json());
    assertThat(ladder.path("custom").asBoolean()).isTrue();
    assertThat(ladder.path("description").asString()).isEqualTo("big, small");
    assertThat(ladder.at("/video/0/profile").asString()).isEqualTo("high");
    assertThat(ladder.at("/audio/0/name").asString()).isEqualTo("aac-128");
    assertThat(as(OWNER).get(PATH).json().path("data").findValuesAsString("name"))
        .contains("1080p", "passthrough", "2160p", "sports");

    Reply channel = create("{\"name\":\"Match\",\"ladder\":\"sports\"}");
    assertThat(channel.status()).isEqualTo(202);
    assertThat(channel.json().path("ladder").asString()).isEqualTo("sports");

    assertThat(as(OWNER).with("If-Match", "\"2\"").delete(PATH + "/sports").status())
        .isEqualTo(412);
    assertThat(as(OWNER).delete(PATH + "/sports").status()).isEqualTo(204);
    assertThat(as(OWNER).delete(PATH + "/sports").status()).isEqualTo(404);
    assertThat(as(OWNER).get(PATH + "/sports").status()).isEqualTo(404);
    assertThat(create("{\"name\":\"x\",\"ladder\":\"sports\"}").violations())
        .containsExactly("ladder known_ladder");
  }

  @Test
  void aChannelKeepsTheLadderItWasMadeWithAndTakesAnotherOfThatNameWhenItIsNamedAnew() {
    make("kept");
    String id = create("{\"name\":\"Match\",\"ladder\":\"kept\"}").json().path("id").asString();
    as(OWNER).delete(PATH + "/kept");
    assertThat(plannedOutputs(id)).contains("medialive output avc hd 10mbps 60fps");

    assertThat(as(OWNER).patch("/v1/channels/" + id, "{\"name\":\"Cup\"}").status()).isEqualTo(200);
    assertThat(plannedOutputs(id)).contains("medialive output avc hd 10mbps 60fps");

    assertThat(as(OWNER).post(PATH, TWO_RUNGS.formatted("kept").replace("50", "30")).status())
        .isEqualTo(201);
    assertThat(as(OWNER).patch("/v1/channels/" + id, "{\"ladder\":\"kept\"}").status())
        .isEqualTo(200);
    assertThat(plannedOutputs(id)).doesNotContain("medialive output avc hd 10mbps 60fps");
  }

  private String plannedOutputs(String id) {
    return as(OWNER).post("/v1/channels/" + id + "/start?dry_run=true", "").json().toString();
  }

  @Test
  void laddersAreFoundByWhatTheirMakersSayAboutThem() {
    as(OWNER)
        .post(
            PATH,
            TWO_RUNGS
                .formatted("described")
                .replace("\"gop_seconds\": 1", "\"metadata\": { \"crew\": \"night\" }"));

    assertThat(
            as(OWNER)
                .get(PATH + "?metadata%5Bcrew%5D=night")
                .json()
                .path("data")
                .findValuesAsString("description"))
        .containsExactly("big, small");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "width": 1280, "height": 720   | "width": 2560, "height": 1440    | video[0] above_source
          "frame_rate": 50, "gop         | "frame_rate": 60, "gop           | frame_rate above_source
          "frame_rate": 50, "gop         | "frame_rate": 23, "gop           | frame_rate range
          "width": 1280                  | "width": 1281                    | video[0].width odd
          "height": 720                  | "height": 719                    | video[0].height odd
          "width": 1280, "height": 720   | "width": 720, "height": 720      | video[0] shape
          "bits_per_second": 900000      | "bits_per_second": 0             | video[1].bits_per_second range
          "bits_per_second": 900000      | "bits_per_second": -1            | video[1].bits_per_second range
          "bits_per_second": 4000000     | "bits_per_second": 20000001      | video[0].bits_per_second range
          "bits_per_second": 900000      | "bits_per_second": 4000000       | video[1] order
          "width": 1280, "height": 720   | "width": 320, "height": 180      | video[1] order
          "name": "small"                | "name": "big"                    | video[1].name duplicate
          "name": "small"                | "name": "Small one"              | video[1].name pattern
          "gop_seconds": 1               | "gop_seconds": 0                 | gop_seconds range
          "gop_seconds": 1               | "gop_seconds": 1.5               | gop_seconds wrong_type
          "gop_seconds": 1               | "segment_seconds": 2             | segment_seconds unknown_field
          "width": 640, "height": 360, "bits_per_second": 900000 | "width": 1280, "height": 720, "bits_per_second": 4000000 | video[1] duplicate
          "profile": "main"              | "profile": "best"                | video[1].profile unknown_value
          "width": 1280, "height": 720   | "width": 1280                    | video[0].height required
          "video": [                     | "audio": [], "video": [          | audio size
          "name": "bad"                  | "name": "../bad"                 | name pattern
          """)
  void aBadLadderIsRefusedNamingTheRungAndNothingIsMade(String good, String bad, String broken) {
    Reply reply = as(OWNER).post(PATH, TWO_RUNGS.formatted("bad").replace(good, bad));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.violations()).contains(broken);
    assertThat(as(OWNER).get(PATH + "/bad").status()).isEqualTo(404);
  }

  @Test
  void everyRuleThatIsBrokenIsToldAtOnce() {
    Reply reply =
        as(OWNER)
            .post(
                PATH,
                TWO_RUNGS
                    .formatted("bad")
                    .replace("\"bits_per_second\": 900000", "\"bits_per_second\": 0")
                    .replace("\"gop_seconds\": 1", "\"gop_seconds\": 9")
                    .replace("\"width\": 640", "\"width\": 641"));

    assertThat(reply.violations())
        .containsExactlyInAnyOrder(
            "gop_seconds range", "video[1].width odd", "video[1].bits_per_second range");
    assertThat(reply.problem().path("violations").findValuesAsString("detail"))
        .contains("small: must be even", "small: must be 100000 to 20000000");
  }

  @Test
  void aNameIsTakenOnceAndThoseOfTheServiceAreNobodysToTakeOrDelete() {
    assertThat(make("twice").status()).isEqualTo(201);
    assertThat(make("twice").problem().path("code").asString()).isEqualTo("ladder_exists");
    assertThat(make("720p").problem().path("code").asString()).isEqualTo("ladder_exists");
    assertThat(as(OWNER).delete(PATH + "/720p").problem().path("code").asString())
        .isEqualTo("ladder_not_yours");
    assertThat(as(OWNER).get(PATH + "/720p").json().path("custom").asBoolean()).isFalse();
  }

  @Test
  void anotherOrganizationNeitherSeesNorNamesNorDeletesIt() {
    make("secret");
    Caller stranger = caller("org_2", "channels:*");

    assertThat(as(stranger).get(PATH + "/secret").status()).isEqualTo(404);
    assertThat(as(stranger).get(PATH).json().path("data").findValuesAsString("name"))
        .doesNotContain("secret");
    assertThat(as(stranger).delete(PATH + "/secret").status()).isEqualTo(404);
    assertThat(
            as(stranger)
                .post("/v1/channels", "{\"name\":\"x\",\"ladder\":\"secret\"}")
                .violations())
        .containsExactly("ladder known_ladder");
    assertThat(as(stranger).post(PATH, TWO_RUNGS.formatted("secret")).status()).isEqualTo(201);
    assertThat(as(caller("org_1", "channels:read")).post(PATH, TWO_RUNGS.formatted("x")).status())
        .isEqualTo(403);
  }
}
