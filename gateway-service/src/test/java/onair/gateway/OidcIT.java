package onair.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactivestreams.Publisher;
import reactor.netty.http.server.HttpServerResponse;

/** Leaving for a provider to sign in there, coming back, and coming in by an invitation. */
class OidcIT {
  private static final String BROWSER = "browser-secret-0123456789";
  private static final String CALLBACK = "/session/oidc/example/callback";

  private RunningGateway gateway;

  @BeforeEach
  void start() {
    gateway = RunningGateway.fresh();
    gateway.accountService.answers(this::answer);
  }

  private Publisher<Void> answer(FakeService.Asked asked, HttpServerResponse answer) {
    return switch (asked.uri()) {
      case "/internal/oidc" ->
          FakeService.json(answer, 200, "{\"data\":[{\"id\":\"example\",\"name\":\"Example\"}]}");
      case "/internal/oidc/example/leave" ->
          FakeService.json(
              answer,
              200,
              "{\"location\":\"https://login.example/authorize?state=s\",\"browser\":\""
                  + BROWSER
                  + "\",\"expires_at\":\"2099-01-01T00:00:00Z\"}");
      case "/internal/oidc/example/come-back", "/internal/sessions/by-invitation" -> {
        String session = gateway.accounts.newSession("ada");
        yield FakeService.json(
            answer,
            201,
            "{\"session\":\"" + session + "\",\"expires_at\":\"2099-01-01T00:00:00Z\"}");
      }
      case "/internal/oidc/other/leave" ->
          FakeService.json(
              answer,
              404,
              "{\"status\":404,\"code\":\"not_found\",\"title\":\"No such provider\"}");
      default -> gateway.accounts.answer(asked, answer);
    };
  }

  private HttpResponse<String> leave(String body, String... headers) {
    return gateway.post("/session/oidc/example", body, headers);
  }

  @Test
  void listsTheProvidersForWhoeverComesToSignIn() {
    HttpResponse<String> answer = gateway.get("/session/oidc");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(gateway.json(answer).path("data").path(0).path("name").asString())
        .isEqualTo("Example");
  }

  @Test
  void tellsWhereToGoAndMarksTheBrowserThatLeaves() {
    HttpResponse<String> answer =
        leave("{\"invitation\":\"token-1\"}", "X-OnAir-Csrf", "1", "User-Agent", "Test/1");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(gateway.json(answer).path("location").asString())
        .isEqualTo("https://login.example/authorize?state=s");
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("onair_oidc=" + BROWSER + ";")
        .containsIgnoringCase("; HttpOnly")
        .contains("SameSite=Lax", "Path=/session/oidc", "Max-Age=");
    assertThat(answer.body()).doesNotContain(BROWSER);
    FakeService.Asked asked = gateway.accountService.lastAsked();
    assertThat(asked.body()).isEqualTo("{\"invitation\":\"token-1\"}");
    assertThat(asked.headers().getFirst("User-Agent")).isEqualTo("Test/1");
    assertThat(asked.headers().getFirst("OnAir-Client-Address")).isEqualTo("127.0.0.1");
  }

  @Test
  void letsNoOtherSiteSendAnybodyAway() {
    assertThat(leave("{}").statusCode()).isEqualTo(403);
    assertThat(leave("{}", "X-OnAir-Csrf", "1", "Origin", "https://evil.example").statusCode())
        .isEqualTo(403);
    assertThat(gateway.accountService.asked())
        .noneMatch(asked -> asked.uri().startsWith("/internal/oidc"));
  }

  @Test
  void opensASessionForWhoComesBackInTheSameBrowser() {
    HttpResponse<String> answer =
        gateway.get(CALLBACK + "?state=s%2F1&code=c", "Cookie", "onair_oidc=" + BROWSER);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).hasValue("/");
    List<String> cookies = answer.headers().allValues("Set-Cookie");
    assertThat(cookies)
        .anyMatch(
            cookie ->
                cookie.startsWith("onair_session=session-ada-")
                    && cookie.contains("SameSite=Strict"))
        .anyMatch(cookie -> cookie.startsWith("onair_oidc=;") && cookie.contains("Max-Age=0"));
    assertThat(gateway.accountService.lastAsked().body())
        .isEqualTo("{\"state\":\"s/1\",\"code\":\"c\",\"browser\":\"" + BROWSER + "\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "401, oidc_refused, 401, oidc_refused",
    "403, not_a_member, 403, not_a_member",
    "503, provider_unavailable, 503, provider_unavailable",
    "401, unauthorized, 503, identity_unavailable",
    "403, scope_missing, 503, identity_unavailable",
    "500, internal_error, 503, identity_unavailable"
  })
  void passesOnOnlyRefusalsThatAreMeantForTheCaller(
      int status, String code, int told, String toldCode) {
    gateway.accountService.answers(
        (asked, answer) ->
            FakeService.json(
                answer,
                status,
                "{\"status\":%d,\"code\":\"%s\",\"title\":\"No\",\"instance\":\"/internal/x\"}"
                    .formatted(status, code)));

    HttpResponse<String> answer = gateway.get(CALLBACK + "?state=s&code=c");

    assertThat(answer.statusCode()).isEqualTo(told);
    assertThat(gateway.json(answer).path("code").asString()).isEqualTo(toldCode);
    assertThat(answer.body()).doesNotContain("/internal/x");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void knowsNoOtherPathsThere() {
    assertThat(gateway.get("/session/oidc/UPPER/callback").statusCode()).isEqualTo(404);
    assertThat(gateway.post("/session/oidc/other", "{}", "X-OnAir-Csrf", "1").statusCode())
        .isEqualTo(404);
  }

  @Test
  void welcomesWhoAcceptsAnInvitation() {
    HttpResponse<String> answer =
        gateway.post(
            "/session/invitation",
            "{\"token\":\"token-1\",\"password\":\"staple battery\"}",
            "X-OnAir-Csrf",
            "1");

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("onair_session=session-ada-");
    assertThat(answer.body()).doesNotContain("token-1").doesNotContain("staple");
    assertThat(
            gateway
                .post("/session/invitation", "{\"token\":\"t\"}", "X-OnAir-Csrf", "1")
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void takesOverNoSessionABrowserBringsAlongButEndsIt() {
    String planted = gateway.accounts.newSession("mallory");
    gateway.accountService.answers(gateway.accounts::answer);

    HttpResponse<String> answer =
        gateway.post(
            "/session",
            "{\"email\":\"owner@example.com\",\"password\":\"correct horse\"}",
            "X-OnAir-Csrf",
            "1",
            "Cookie",
            "onair_session=" + planted);

    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).doesNotContain(planted);
    assertThat(gateway.get("/session", "Cookie", "onair_session=" + planted).statusCode())
        .isEqualTo(401);
  }
}
