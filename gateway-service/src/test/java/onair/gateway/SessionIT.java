package onair.gateway;

import static onair.gateway.FakeAccounts.EMAIL;
import static onair.gateway.FakeAccounts.KEY;
import static onair.gateway.FakeAccounts.PASSWORD;
import static onair.gateway.FakeAccounts.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in with a browser, and what other sites cannot make that browser do. */
class SessionIT {
  private static final String GOOD =
      "{\"email\":\"" + EMAIL + "\",\"password\":\"" + PASSWORD + "\"}";

  private RunningGateway gateway;

  @BeforeEach
  void start() {
    gateway = RunningGateway.fresh();
  }

  private HttpResponse<String> signIn(String body, String... headers) {
    return gateway.post(
        "/session", body, headers.length == 0 ? new String[] {"X-OnAir-Csrf", "1"} : headers);
  }

  @Test
  void givesAGoodPasswordACookieNoScriptCanRead() {
    HttpResponse<String> answer = signIn(GOOD);

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("onair_session=" + SESSION + ";")
        .containsIgnoringCase("; HttpOnly")
        .contains("SameSite=Strict", "Path=/", "Max-Age=")
        .doesNotContain("Secure", "Domain");
    assertThat(answer.body()).doesNotContain(SESSION).doesNotContain(PASSWORD);
    assertThat(gateway.json(answer).path("email").asString()).isEqualTo(EMAIL);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @Test
  void refusesAWrongPassword() {
    HttpResponse<String> answer = signIn("{\"email\":\"" + EMAIL + "\",\"password\":\"wrong\"}");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(gateway.json(answer).path("code").asString()).isEqualTo("sign_in_refused");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void tellsEverythingThatIsWrongWithASignInAtOnce() {
    HttpResponse<String> answer = signIn("{\"email\":7,\"role\":\"owner\"}");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(gateway.json(answer).path("violations").valueStream())
        .extracting(violation -> violation.path("field").asString())
        .containsExactlyInAnyOrder("email", "password", "role");
  }

  @ParameterizedTest
  @CsvSource({"'{', 400", "'', 422", "'[]', 422", "'null', 422", "'\"x\"', 422"})
  void refusesASignInThatIsNoObject(String body, int status) {
    assertThat(signIn(body).statusCode()).isEqualTo(status);
  }

  @Test
  void passesOnThatThereWereTooManyTries() {
    gateway.accountService.answers(
        (asked, answer) -> FakeService.json(answer.header("Retry-After", "30"), 429, "{}"));

    HttpResponse<String> answer = signIn(GOOD);

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("30");
  }

  @Test
  void showsWhoIsSignedIn() {
    String session = gateway.accounts.newSession("anna");

    HttpResponse<String> answer = gateway.get("/session", "Cookie", "onair_session=" + session);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(gateway.json(answer).path("organization_name").asString()).isEqualTo("Night Owls");
    assertThat(answer.body()).doesNotContain(session).doesNotContain("ses_1");

    assertThat(gateway.get("/session").statusCode()).isEqualTo(401);
    assertThat(gateway.get("/session", "Cookie", "onair_session=nobody-nobody-nobody").statusCode())
        .isEqualTo(401);
  }

  @Test
  void letsASessionReadWithItsCookie() throws Exception {
    String session = gateway.accounts.newSession("ben");

    HttpResponse<String> answer =
        gateway.get("/v1/channels", "Cookie", "a=b; onair_session=" + session);

    assertThat(answer.statusCode()).isEqualTo(200);
    FakeService.Asked asked = gateway.channels.lastAsked();
    assertThat(gateway.claimsOf(asked).getSubject()).isEqualTo("mem_ben");
    assertThat(gateway.claimsOf(asked).getStringClaim("sid")).isEqualTo("ses_1");
    assertThat(asked.headers().get("Cookie")).isNull();
  }

  @Test
  void letsASessionChangeThingsFromOurOwnPages() {
    String session = gateway.accounts.newSession("cleo");

    HttpResponse<String> answer =
        gateway.post(
            "/v1/channels",
            "{}",
            "Cookie",
            "onair_session=" + session,
            "X-OnAir-Csrf",
            "1",
            "Origin",
            "http://127.0.0.1:" + gateway.port(),
            "Sec-Fetch-Site",
            "same-origin");

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', ''",
    "'', 0, ''",
    "'', 1, cross-site",
    "'', 1, same-site",
    "https://evil.example, 1, ''",
    "null, 1, ''",
    "http://127.0.0.1:1, 1, ''"
  })
  void refusesAChangeThatAnotherSiteAskedFor(String origin, String csrf, String fetchSite) {
    String session = gateway.accounts.newSession("dora");
    HttpRequest.Builder request =
        gateway.request("/v1/channels", "Cookie", "onair_session=" + session);
    if (!origin.isEmpty()) {
      request.header("Origin", origin);
    }
    if (!csrf.isEmpty()) {
      request.header("X-OnAir-Csrf", csrf);
    }
    if (!fetchSite.isEmpty()) {
      request.header("Sec-Fetch-Site", fetchSite);
    }

    HttpResponse<String> answer =
        gateway.send(request.POST(HttpRequest.BodyPublishers.ofString("{}")).build());

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(gateway.channels.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "DELETE"})
  void letsNoOtherSiteSignInOrOut(String method) {
    HttpRequest request =
        gateway
            .request("/session", "X-OnAir-Csrf", "1", "Origin", "https://evil.example")
            .method(method, HttpRequest.BodyPublishers.ofString(GOOD))
            .build();

    assertThat(gateway.send(request).statusCode()).isEqualTo(403);
    assertThat(gateway.accountService.asked())
        .noneSatisfy(asked -> assertThat(asked.uri()).startsWith("/internal/sessions"));
  }

  @Test
  void takesTheKeyWhenBothAKeyAndACookieAreSent() {
    String session = gateway.accounts.newSession("eve");

    gateway.post(
        "/v1/channels",
        "{}",
        "Cookie",
        "onair_session=" + session,
        "Authorization",
        "Bearer " + KEY);
    assertThat(gateway.claimsOf(gateway.channels.lastAsked()).getSubject()).isEqualTo("key_1");

    HttpResponse<String> answer =
        gateway.get(
            "/v1/channels",
            "Cookie",
            "onair_session=" + session,
            "Authorization",
            "Bearer onair_live_wrongwrong");
    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void refusesTwoSessionCookies() {
    String session = gateway.accounts.newSession("finn");

    HttpResponse<String> answer =
        gateway.get(
            "/v1/channels", "Cookie", "onair_session=" + session + "; onair_session=" + session);

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void forgetsASessionAtOnceWhenItsOwnerSignsOut() {
    String session = gateway.accounts.newSession("gus");
    String cookie = "onair_session=" + session;
    assertThat(gateway.get("/v1/channels", "Cookie", cookie).statusCode()).isEqualTo(200);

    HttpResponse<String> answer =
        gateway.send(
            gateway.request("/session", "Cookie", cookie, "X-OnAir-Csrf", "1").DELETE().build());

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("onair_session=;")
        .contains("Max-Age=0");
    assertThat(gateway.get("/v1/channels", "Cookie", cookie).statusCode()).isEqualTo(401);
  }

  @Test
  void forgetsASessionWithinFiveSecondsWhenItIsEndedElsewhere() {
    String session = gateway.accounts.newSession("hal");
    String cookie = "onair_session=" + session;
    gateway.get("/v1/channels", "Cookie", cookie);

    gateway.accounts.revoke(session);
    gateway.passes(Duration.ofSeconds(5));

    HttpResponse<String> answer = gateway.get("/v1/channels", "Cookie", cookie);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(gateway.json(answer).path("code").asString()).isEqualTo("session_ended");
  }

  @Test
  void saysSoWhenNobodyCanSignInBecauseAccountServiceIsDown() {
    gateway.accountService.down();

    assertThat(signIn(GOOD).statusCode()).isEqualTo(503);
  }
}
