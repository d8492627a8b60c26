package onair.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onair.common.paging.PageRequest;
import onair.common.patch.Patch;
import onair.common.problem.Problem;
import onair.common.security.AnyCaller;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.security.ServiceSecurityConfiguration;
import onair.test.TestApi;
import onair.test.WithTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** A small service with everything a service imports, called over HTTP. */
@WithTokens
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"spring.application.name=show-service", "spring.threads.virtual.enabled=true"})
class HttpSideIT {

  private static final Caller CALLER = new Caller("org_1", "key_1", Set.of("shows:write"));

  @LocalServerPort private int port;
  private TestApi api = TestApi.at(0);

  @BeforeEach
  void callAsAKey() {
    api = TestApi.at(port).as("show-service", CALLER);
  }

  @Test
  void readsARecordInSnakeCaseAndWritesOne() {
    var reply =
        api.post(
            "/v1/shows",
            """
            {"name":"Late","window_seconds":30,"kind":"talk_show","starts_at":"2026-01-31T12:00:00Z",
             "ingest":{"protocol":"rtmp"},"tags":["a","b"],"metadata":{"crew":"x"}}
            """);

    assertThat(reply.status()).isEqualTo(200);
    JsonNode json = reply.json();
    assertThat(json.path("window_seconds").asInt()).isEqualTo(30);
    assertThat(json.path("kind").asString()).isEqualTo("talk_show");
    assertThat(json.path("starts_at").asString()).isEqualTo("2026-01-31T12:00:00Z");
    assertThat(json.path("ingest").path("protocol").asString()).isEqualTo("rtmp");
    assertThat(json.has("until")).as("null is written").isTrue();
  }

  @Test
  void tellsUnknownFieldsWrongTypesAndBrokenConstraintsTogether() {
    var reply =
        api.post(
            "/v1/shows",
            """
            {"name":"","window_seconds":"30","kind":"opera","starts_at":"tomorrow","surprise":1,
             "ingest":{"protocol":5,"extra":true},"tags":["ok",7,"%s"],"metadata":{"crew":null,"n":1}}
            """
                .formatted("x".repeat(21)));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.code()).isEqualTo("validation_failed");
    assertThat(reply.violations())
        .containsExactlyInAnyOrder(
            "surprise unknown_field",
            "name not_blank",
            "window_seconds wrong_type",
            "kind unknown_value",
            "starts_at invalid",
            "ingest.extra unknown_field",
            "ingest.protocol wrong_type",
            "tags[1] wrong_type",
            "tags[2] size",
            "metadata.crew required",
            "metadata.n wrong_type");
  }

  @Test
  void tellsMissingFieldsOnceEach() {
    assertThat(api.post("/v1/shows", "{}").violations())
        .containsExactlyInAnyOrder("name required", "window_seconds required", "ingest required");
  }

  @Test
  void tellsRulesThatTheWholeRecordBreaks() {
    var reply =
        api.post(
            "/v1/shows",
            """
            {"name":"A","window_seconds":1,"ingest":{"protocol":"rtmp"},
             "starts_at":"2026-01-31T12:00:00Z","until":"2026-01-31T11:00:00Z"}
            """);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.violations()).containsExactly("in_order assert_true");
  }

  @Test
  void tellsWhatAConstructorRefuses() {
    var reply =
        api.post(
            "/v1/shows",
            "{\"name\":\"forbidden\",\"window_seconds\":1,\"ingest\":{\"protocol\":\"rtmp\"}}");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.text()).contains("this name is taken by nobody");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":               | malformed_json",
        "{'name':'x'}             | malformed_json",
        "{\"a\":1} trailing       | malformed_json",
        "{\"name\":\"a\",\"name\":\"b\"} | malformed_json",
        "nonsense                 | malformed_json"
      })
  void tellsWhatIsNotJson(String body, String code) {
    var reply = api.post("/v1/shows", body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo(code);
    assertThat(reply.problem().path("detail").asString()).startsWith("Line 1, column");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "5", "\"text\""})
  void tellsAJsonBodyThatIsNoObject(String body) {
    var reply = api.post("/v1/shows", body);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.violations()).containsExactly(" wrong_type");
  }

  @Test
  void refusesNestingWithoutEnd() {
    var reply = api.post("/v1/shows", "{\"metadata\":" + "[".repeat(5000) + "]".repeat(5000) + "}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("malformed_json");
  }

  @Test
  void tellsAnEmptyBody() {
    var reply = api.post("/v1/shows", "");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("body_required");
  }

  @Test
  void refusesTextThatCannotBeStored() {
    assertThat(
            api.post(
                    "/v1/shows",
                    "{\"name\":\"a\\u0000b\",\"window_seconds\":1,\"ingest\":{\"protocol\":\"rtmp\"}}")
                .violations())
        .containsExactly("name invalid_characters");
  }

  @Test
  void refusesBodiesThatAreNotUtf8() {
    var reply =
        api.with("Content-Type", "application/json")
            .send(
                "POST",
                "/v1/shows",
                BodyPublishers.ofByteArray(
                    "{\"name\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1)));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("malformed_json");
  }

  @Test
  void limitsTheNumberOfViolations() {
    var body = new StringBuilder("{");
    for (int i = 0; i < 5000; i++) {
      body.append(i == 0 ? "" : ",").append("\"f").append(i).append("\":1");
    }

    assertThat(api.post("/v1/shows", body.append('}').toString()).violations()).hasSize(100);
  }

  @Test
  void refusesBodiesAboveTheLimitByTheirLength() {
    var reply = api.post("/v1/shows", "{\"name\":\"" + "x".repeat(1024 * 1024) + "\"}");

    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.code()).isEqualTo("body_too_large");
    assertThat(reply.problem().path("limit_bytes").asLong()).isEqualTo(1024 * 1024);
  }

  @Test
  void refusesChunkedBodiesAboveTheLimit() {
    byte[] body =
        ("{\"name\":\"" + "x".repeat(1024 * 1024) + "\"}").getBytes(StandardCharsets.UTF_8);
    var reply =
        api.with("Content-Type", "application/json")
            .send(
                "POST",
                "/v1/shows",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.code()).isEqualTo("body_too_large");
  }

  @Test
  void refusesOtherContentTypes() {
    var reply = api.with("Content-Type", "text/xml").post("/v1/shows", "<show/>");

    assertThat(reply.status()).isEqualTo(415);
    assertThat(reply.code()).isEqualTo("unsupported_media_type");
  }

  @Test
  void tellsPatchFieldsThatAreAbsentFromThoseThatAreNull() {
    assertThat(api.patch("/v1/shows/1", "{}").text()).contains("name=absent, note=absent");
    assertThat(api.patch("/v1/shows/1", "{\"note\":null}").text())
        .contains("name=absent, note=null");
    assertThat(api.patch("/v1/shows/1", "{\"name\":\"B\",\"note\":\"n\"}").text())
        .contains("name=B, note=n");
    assertThat(
            api.patch("/v1/shows/1", "{\"name\":null,\"note\":\"" + "x".repeat(9) + "\"}")
                .violations())
        .containsExactlyInAnyOrder("name required", "note size");
    assertThat(api.patch("/v1/shows/1", "{\"name\":5}").violations())
        .containsExactly("name wrong_type");
  }

  @Test
  void takesASaneRequestIdAndReplacesAnyOther() {
    assertThat(api.with("X-Request-Id", "abc-123_x.y").get("/v1/shows").header("X-Request-Id"))
        .contains("abc-123_x.y");
    assertThat(api.with("X-Request-Id", "no spaces").get("/v1/shows").header("X-Request-Id"))
        .hasValueSatisfying(id -> assertThat(id).startsWith("req_"));
    assertThat(api.with("X-Request-Id", "x".repeat(129)).get("/v1/shows").header("X-Request-Id"))
        .hasValueSatisfying(id -> assertThat(id).startsWith("req_"));
    assertThat(
            api.with("X-Request-Id", "mine")
                .get("/v1/nothing")
                .problem()
                .path("request_id")
                .asString())
        .isEqualTo("mine");
    assertThat(
            TestApi.at(port)
                .with("X-Request-Id", "mine")
                .get("/v1/shows")
                .problem()
                .path("request_id")
                .asString())
        .isEqualTo("mine");
  }

  @Test
  void readsPages() {
    assertThat(api.get("/v1/shows").text()).isEqualTo("PageRequest[limit=25, after=null]");
    assertThat(api.get("/v1/shows?limit=0&cursor=zzz").violations())
        .containsExactly("limit out_of_range", "cursor invalid");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/nothing, 404, not_found",
    "DELETE, /v1/shows, 405, method_not_allowed",
    "GET, /v1/failing/problem, 409, show_running",
    "GET, /v1/failing/error, 500, internal_error",
    "GET, /v1/failing/parameter, 422, validation_failed",
    "GET, /v1/failing/parameter?number=x, 422, validation_failed",
    "GET, /v1/failing/parameter?number=0, 422, validation_failed",
    "GET, /error, 404, not_found",
    "GET, /v1//shows/..;/x, 400, bad_request",
    "GET, /v1/shows?%ff=1, 400, bad_request",
    "GET, /v1/shows?=, 400, bad_request",
  })
  void tellsEveryFailureAsAProblem(String method, String path, int status, String code) {
    var reply = api.send(method, path, BodyPublishers.noBody());

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.code()).isEqualTo(code);
    assertThat(reply.problem().path("type").asString()).isEqualTo("urn:onair:problem:" + code);
    assertThat(reply.text()).doesNotContain("Exception").doesNotContain("at onair");
  }

  @Test
  void keepsWhatAProblemCarries() {
    JsonNode problem = api.get("/v1/failing/problem").problem();

    assertThat(problem.path("current_status").asString()).isEqualTo("live");
    assertThat(problem.path("allowed_from").path(0).asString()).isEqualTo("idle");
    assertThat(problem.path("instance").asString()).isEqualTo("/v1/failing/problem");
    assertThat(problem.path("retryable").asBoolean()).isFalse();
  }

  @Test
  void tellsAMissingScopeBeforeReadingTheBody() {
    var reply =
        TestApi.at(port)
            .as("show-service", new Caller("org_1", "key_1", Set.of("shows:read")))
            .post("/v1/shows", "{");

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.code()).isEqualTo("scope_missing");
    assertThat(reply.problem().path("scope").asString()).isEqualTo("shows:write");
  }

  @Test
  void answersAProblemWhateverTheCallerAccepts() {
    var reply = api.with("Accept", "text/html").get("/v1/nothing");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.code()).isEqualTo("not_found");
    assertThat(
            api.with("Accept", "image/png")
                .post(
                    "/v1/shows",
                    "{\"name\":\"A\",\"window_seconds\":1,\"ingest\":{\"protocol\":\"rtmp\"}}")
                .code())
        .isEqualTo("not_acceptable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GET /[x] HTTP/1.1", "GET /a\u0001b HTTP/1.1", "GET / HTTP/9.9", "NONSENSE"})
  void tellsRequestsThatAreNoHttpAsProblemsToo(String line) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write(
              (line + "\r\nHost: x\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.ISO_8859_1));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("<html").doesNotContain("Tomcat");
      assertThat(answer).contains("application/problem+json").contains("\"code\":");
      assertThat(answer).contains("\"request_id\":\"req_").contains("X-Request-Id: req_");
    }
  }

  enum Kind {
    TALK_SHOW,
    NEWS
  }

  record Ingest(@NotNull @Size(max = 10) String protocol) {}

  record Show(
      @NotBlank @Size(max = 255) String name,
      @Min(1) @Max(100) int windowSeconds,
      @Nullable Kind kind,
      @Nullable Instant startsAt,
      @Nullable Instant until,
      @NotNull Ingest ingest,
      @Nullable List<@Size(max = 20) String> tags,
      @Nullable Map<String, @Size(max = 500) String> metadata) {

    Show {
      if (name.equals("forbidden")) {
        throw new IllegalArgumentException("this name is taken by nobody");
      }
      tags = tags == null ? List.of() : List.copyOf(tags);
    }

    @AssertTrue(message = "until must be after starts_at")
    boolean isInOrder() {
      return startsAt == null || until == null || until.isAfter(startsAt);
    }
  }

  record ShowPatch(Patch<@NotNull @Size(max = 8) String> name, Patch<@Size(max = 8) String> note) {}

  @RestController
  static class ShowController {

    @PostMapping("/v1/shows")
    @RequiresScope("shows:write")
    Show create(@RequestBody Show show) {
      return show;
    }

    @AnyCaller
    @GetMapping("/v1/shows")
    String list(PageRequest page) {
      return page.toString();
    }

    @AnyCaller
    @PatchMapping("/v1/shows/{id}")
    String patch(@PathVariable String id, @RequestBody ShowPatch patch) {
      return id + " name=" + word(patch.name()) + ", note=" + word(patch.note());
    }

    private static String word(Patch<String> patch) {
      return patch.present() ? String.valueOf(patch.value()) : "absent";
    }

    @AnyCaller
    @GetMapping("/v1/failing/problem")
    void problem() {
      throw Problem.of(409, "show_running", "The show is running")
          .with("current_status", "live")
          .with("allowed_from", List.of("idle"));
    }

    @AnyCaller
    @GetMapping("/v1/failing/error")
    void error() {
      throw new IllegalStateException("a secret in an Exception");
    }

    @AnyCaller
    @GetMapping("/v1/failing/parameter")
    int parameter(@RequestParam @Min(1) int number) {
      return number;
    }
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
  @Import({WebConfiguration.class, ServiceSecurityConfiguration.class, ShowController.class})
  static class App {}
}
