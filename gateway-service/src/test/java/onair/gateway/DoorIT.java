package onair.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;
import static onair.gateway.FakeAccounts.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.data.TemporalUnitOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no request gets past, whoever sends it. */
class DoorIT {
  private static final String BEARER = "Bearer " + KEY;
  private static final TemporalUnitOffset A_MOMENT = within(10, ChronoUnit.SECONDS);
  private static final String MEBIBYTE = "x".repeat(1024 * 1024);

  private RunningGateway gateway;

  @BeforeEach
  void start() {
    gateway = RunningGateway.fresh();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1//channels",
        "//v1/channels",
        "/v1/channels/../../internal/credentials/verify",
        "/v1/channels/..",
        "/v1/./channels",
        "/v1/channels/%2e%2e/%2e%2e/internal/x",
        "/v1/channels/..%2f..%2finternal/x",
        "/v1/channels%2f..%2finternal",
        "/v1/channels/%5c..%5cinternal",
        "/v1/channels/..;/internal",
        "/v1/channels;a=b/ch_1",
        "/v1/channels/%3b/x",
        "/v1/channels/%252e%252e/internal",
        "/v1/channels/%00",
        "/v1/channels/%0d%0aX-Evil:%201",
        "/v1/channels/%zz",
        "/v1/channels/%",
        "/v1/channels\\..\\internal"
      })
  void refusesAPathThatCouldMeanSomethingElseToAService(String path) {
    Wire.Answer answer = Wire.say(gateway.port(), Wire.get(path));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.isProblem()).isTrue();
    assertThat(gateway.channels.asked()).isEmpty();
    assertThat(gateway.accountService.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/internal/credentials/verify",
        "/INTERNAL/credentials/verify",
        "/%69nternal/credentials/verify",
        "/v1/internal/credentials/verify",
        "/v1",
        "/v1/whoami/x",
        "/V1/channels",
        "/v1/unknown",
        "/v3/api-docs",
        "/playback",
        "/playback/",
        "/playback/pb_1/x",
        "/actuator/env",
        "/actuator/gateway/routes",
        "/actuator",
        "/webjars/swagger-ui/5.31.0/index.html",
        "/application.yml",
        "/nothing"
      })
  void hasNothingAtAddressesThatAreNotRouted(String path) {
    Wire.Answer answer = Wire.say(gateway.port(), Wire.get(path));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.isProblem()).isTrue();
    assertThat(gateway.channels.asked()).isEmpty();
    assertThat(gateway.accountService.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example/v1/channels", "http://127.0.0.1:1/v1/channels"})
  void takesAnAbsoluteAddressAsItsOwn(String target) {
    Wire.Answer answer = Wire.say(gateway.port(), Wire.get(target));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(gateway.channels.lastAsked().uri()).isEqualTo("/v1/channels");
    assertThat(gateway.channels.lastAsked().headers().getFirst("Host")).doesNotContain("evil");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GARBAGE\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: g\r\nConnection: close\r\n\r\n",
        "GET /v1/channels HTTP/1.1\r\nHost : g\r\nConnection: close\r\n\r\n",
        "POST /v1/channels HTTP/1.1\r\n"
            + "Host: g\r\n"
            + "Content-Length: 3\r\n"
            + "Content-Length: 4\r\n\r\n"
            + "abcd",
        "POST /v1/channels HTTP/1.1\r\nHost: g\r\nContent-Length: -1\r\n\r\n",
        "POST /v1/channels HTTP/1.1\r\nHost: g\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
      })
  void answersBytesThatAreNoRequestWithAProblem(String bytes) {
    Wire.Answer answer = Wire.say(gateway.port(), bytes);

    assertThat(answer.status()).isBetween(400, 499);
    assertThat(answer.isProblem()).as(answer.text()).isTrue();
    assertThat(gateway.channels.asked()).isEmpty();
  }

  @Test
  void hidesNoSecondRequestInTheBodyOfAFirst() {
    String hidden = "GET /v1/whoami HTTP/1.1\r\nHost: g\r\n\r\n";
    Wire.say(
        gateway.port(),
        "POST /v1/channels HTTP/1.1\r\nHost: g\r\nAuthorization: "
            + BEARER
            + "\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
            + "0\r\n\r\n"
            + hidden);

    assertThat(gateway.channels.asked()).allSatisfy(asked -> assertThat(asked.body()).isEmpty());
    assertThat(gateway.accountService.asked())
        .noneSatisfy(asked -> assertThat(asked.uri()).isEqualTo("/v1/whoami"));
  }

  @Test
  void refusesABodyAboveAMebibyteBeforeReadingIt() {
    HttpResponse<String> answer =
        gateway.post("/v1/channels", MEBIBYTE + "x", "Authorization", BEARER);

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(gateway.json(answer).path("code").asString()).isEqualTo("body_too_large");
    assertThat(gateway.channels.asked()).isEmpty();
  }

  @Test
  void refusesABodyThatTurnsOutTooLarge() {
    var body = new ByteArrayInputStream((MEBIBYTE + MEBIBYTE).getBytes());
    HttpRequest request =
        gateway
            .request("/v1/channels", "Authorization", BEARER)
            .POST(BodyPublishers.ofInputStream(() -> body))
            .build();

    HttpResponse<String> answer = gateway.send(request);

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(gateway.channels.asked()).isEmpty();
  }

  @Test
  void passesABodyOfExactlyAMebibyteOn() {
    HttpResponse<String> answer = gateway.post("/v1/channels", MEBIBYTE, "Authorization", BEARER);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(gateway.channels.lastAsked().body()).hasSize(MEBIBYTE.length());
  }

  @Test
  void givesUpOnABodyThatStopsComing() {
    Wire.Answer answer =
        Wire.say(
            gateway.port(),
            "POST /v1/channels HTTP/1.1\r\nHost: g\r\nAuthorization: "
                + BEARER
                + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");

    assertThat(answer.status()).isEqualTo(408);
    assertThat(answer.isProblem()).as(answer.text()).isTrue();
    assertThat(gateway.channels.asked()).isEmpty();
  }

  @Test
  void givesUpOnHeadersThatTrickleIn() {
    Wire.Answer answer =
        Wire.trickle(gateway.port(), "GET /v1/channels HTTP/1.1\r\nHost: g\r\nX-Slow: ", "x");

    assertThat(answer.status()).isEqualTo(408);
    assertThat(answer.isProblem()).as(answer.text()).isTrue();
    assertThat(gateway.channels.asked()).isEmpty();
  }

  @Test
  void givesUpOnABodyThatTricklesIn() {
    Wire.Answer answer =
        Wire.trickle(
            gateway.port(),
            "POST /v1/channels HTTP/1.1\r\nHost: g\r\nAuthorization: "
                + BEARER
                + "\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{",
            " ");

    assertThat(answer.status()).isEqualTo(408);
    assertThat(answer.isProblem()).as(answer.text()).isTrue();
    assertThat(gateway.channels.asked()).isEmpty();
  }

  @Test
  void hangsUpOnABodyNobodyReads() {
    Wire.Answer answer =
        Wire.trickle(
            gateway.port(),
            "POST /v1/channels HTTP/1.1\r\nHost: g\r\nContent-Length: 100000\r\n\r\n{",
            " ");

    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  void letsAConnectionRestBetweenRequestsAndOthersInWhileSomeAreSlow() throws Exception {
    try (var resting = new Socket("127.0.0.1", gateway.port())) {
      resting.setSoTimeout(20_000);
      byte[] request =
          Wire.get("/v1/channels").replace("Connection: close\r\n", "").getBytes(UTF_8);
      resting.getOutputStream().write(request);
      assertThat(resting.getInputStream().read()).isEqualTo('H');

      List<CompletableFuture<Wire.Answer>> slow =
          Stream.generate(
                  () ->
                      CompletableFuture.supplyAsync(
                          () ->
                              Wire.trickle(gateway.port(), "GET /v1/channels HTTP/1.1\r\nX: ", "x"),
                          Thread::startVirtualThread))
              .limit(50)
              .toList();
      while (!slow.stream().allMatch(CompletableFuture::isDone)) {
        assertThat(gateway.get("/v1/channels", "Authorization", BEARER).statusCode())
            .isEqualTo(200);
      }
      assertThat(slow).allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(408));

      resting.getInputStream().skipNBytes(resting.getInputStream().available());
      resting.getOutputStream().write(request);
      assertThat(resting.getInputStream().read()).isEqualTo('H');
    }
  }

  @Test
  void refusesTenMegabytesOfHeadersWithoutKeepingThem() {
    Wire.Answer answer =
        Wire.push(
            gateway.port(),
            "GET /v1/channels HTTP/1.1\r\nHost: g\r\n",
            "X-Big: " + "x".repeat(8000) + "\r\n",
            10 * 1024 * 1024);

    assertThat(answer.status()).isIn(0, 431);
    assertThat(gateway.get("/v1/channels", "Authorization", BEARER).statusCode()).isEqualTo(200);
  }

  @Test
  void refusesHeadersThatAreTooLarge() {
    Wire.Answer answer =
        Wire.say(
            gateway.port(),
            "GET /v1/channels HTTP/1.1\r\nHost: g\r\nX-Big: " + "x".repeat(20_000) + "\r\n\r\n");

    assertThat(answer.status()).isEqualTo(431);
    assertThat(answer.isProblem()).as(answer.text()).isTrue();
  }

  @Test
  void refusesAnAddressThatIsTooLong() {
    Wire.Answer answer = Wire.say(gateway.port(), Wire.get("/v1/channels?q=" + "x".repeat(10_000)));

    assertThat(answer.status()).isEqualTo(414);
    assertThat(answer.isProblem()).as(answer.text()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "PROPFIND", "BREW"})
  void refusesMethodsNobodyNeeds(String method) {
    Wire.Answer answer =
        Wire.say(gateway.port(), Wire.get("/v1/channels").replaceFirst("GET", method));

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.isProblem()).isTrue();
  }

  @Test
  void passesACallersRequestIdOnAndBack() {
    HttpResponse<String> answer =
        gateway.get("/v1/channels", "Authorization", BEARER, "X-Request-Id", "my-id.1_A");

    assertThat(answer.headers().allValues("X-Request-Id")).containsExactly("my-id.1_A");
    assertThat(gateway.channels.lastAsked().headers().get("X-Request-Id"))
        .containsExactly("my-id.1_A");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "<script>", "\"", "é", "aaaaaaaaaa;x"})
  void replacesARequestIdThatIsNotSafeToWriteDown(String unsafe) {
    HttpResponse<String> answer =
        gateway.get("/v1/channels", "Authorization", BEARER, "X-Request-Id", unsafe);

    String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
    assertThat(id).startsWith("req_");
    assertThat(gateway.channels.lastAsked().headers().getFirst("X-Request-Id")).isEqualTo(id);
  }

  @Test
  void namesTheRequestInEveryProblem() {
    HttpResponse<String> answer = gateway.get("/v1/channels", "X-Request-Id", "quote-me");

    assertThat(gateway.json(answer).path("request_id").asString()).isEqualTo("quote-me");
    assertThat(gateway.json(answer).path("instance").asString()).isEqualTo("/v1/channels");
    assertThat(gateway.json(answer).path("type").asString()).startsWith("urn:onair:problem:");
  }

  @Test
  void tellsBrowsersToDoNothingWithApiAnswers() {
    HttpResponse<String> answer = gateway.get("/v1/channels", "Authorization", BEARER);

    assertThat(answer.headers().firstValue("Content-Security-Policy"))
        .hasValue("default-src 'none'; frame-ancestors 'none'");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
    assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    assertThat(answer.headers().firstValue("Server")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/channels, 200",
    "/v1/nothing, 404",
    "/v1//channels, 400",
    "/session, 401",
    "/openapi.json, 200",
    "/assets/nothing.js, 404"
  })
  void tellsTheTimeInEveryAnswer(String path, int status) {
    String service = "Fri, 01 Jan 2021 00:00:00 GMT";
    gateway.channels.answers(
        (asked, answer) -> FakeService.json(answer.header("Date", service), 200, "{}"));

    HttpResponse<String> answer = gateway.get(path, "Authorization", BEARER);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().allValues("Date"))
        .singleElement()
        .satisfies(date -> assertThat(timeOf(date)).isCloseTo(Instant.now(), A_MOMENT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GARBAGE\r\n\r\n", "GET / HTTP/1.1\r\nHost: g\r\nX-Slow: "})
  void tellsTheTimeToWhoeverSendsNoRequest(String bytes) {
    Wire.Answer answer = Wire.say(gateway.port(), bytes);

    assertThat(answer.status()).isIn(400, 408);
    assertThat(answer.text().lines().filter(line -> line.toLowerCase(ROOT).startsWith("date: ")))
        .singleElement()
        .satisfies(
            line ->
                assertThat(timeOf(line.substring("date: ".length())))
                    .isCloseTo(Instant.now(), A_MOMENT));
  }

  private static Instant timeOf(String date) {
    return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }

  @Test
  void tellsWhetherItIsHealthyAndNothingMore() {
    HttpResponse<String> answer = gateway.get("/actuator/health");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(gateway.json(answer).path("status").asString()).isEqualTo("UP");
    assertThat(gateway.json(answer).path("components").isMissingNode()).isTrue();
  }
}
