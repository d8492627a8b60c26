package onair.gateway;

import static onair.gateway.FakeAccounts.EMAIL;
import static onair.gateway.FakeAccounts.KEY;
import static onair.gateway.FakeAccounts.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

/** What callers see while nobody can say who they are, and how soon it is over. */
class AccountServiceDownIT {
  private static final String BEARER = "Bearer " + KEY;

  /** More at once than a breaker has to see before it judges. */
  private static final int MANY = 15;

  private RunningGateway gateway;

  @BeforeEach
  void start() {
    gateway = RunningGateway.fresh();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/channels",
    "POST, /v1/channels",
    "GET, /v1/whoami",
    "GET, /v1/events",
    "GET, /session",
    "POST, /session",
    "DELETE, /session",
    "GET, /session/oidc",
    "POST, /session/oidc/any"
  })
  void isToldAtEveryDoorAndItIsAskedAgainWhenItIsBack(String method, String path) {
    gateway.accountService.down();

    HttpResponse<String> answer = knock(method, path);

    assertUnavailable(answer);
    assertThat(gateway.channels.asked()).isEmpty();

    gateway.accountService.up();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              knock(method, path);
              return gateway.accountService.asked().stream()
                  .anyMatch(asked -> !asked.uri().equals("/internal/limits/lease"));
            });
  }

  @Test
  void isToldWithoutWaitingOnceItHasBeenSilentForAWhile() {
    gateway.accountService.answers(
        (asked, answer) ->
            asked.uri().endsWith("/verify")
                ? Mono.never()
                : gateway.accounts.answer(asked, answer));
    assertThat(askWithManyKeys()).allSatisfy(this::assertUnavailable);
    long asked = gateway.accounts.verifications();

    HttpResponse<String> answer = gateway.get("/v1/channels", "Authorization", BEARER);

    assertUnavailable(answer);
    assertThat(gateway.accounts.verifications()).as("nobody asked it").isEqualTo(asked);
    assertThat(gateway.channels.asked()).isEmpty();

    gateway.accountService.answers(gateway.accounts::answer);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> gateway.get("/v1/channels", "Authorization", BEARER).statusCode() == 200);
  }

  @Test
  void keepsNobodyOutWhoseKeyIsKnownBecauseOthersCannotSignIn() {
    gateway.accountService.answers(
        (asked, answer) -> {
          if (!asked.uri().equals("/internal/sessions")) {
            return gateway.accounts.answer(asked, answer);
          }
          answer.withConnection(connection -> connection.channel().close());
          return Mono.never();
        });
    for (int i = 0; i < MANY; i++) {
      assertUnavailable(signIn());
    }
    long signIns = signIns();
    assertUnavailable(signIn());
    assertThat(signIns()).as("nobody tried").isEqualTo(signIns);

    assertThat(gateway.get("/v1/channels", "Authorization", BEARER).statusCode()).isEqualTo(200);

    gateway.accountService.answers(gateway.accounts::answer);
    await().atMost(Duration.ofSeconds(30)).until(() -> signIn().statusCode() == 201);
  }

  @Test
  void asksForNoPermitsOfAServiceThatGivesNoneAndCountsAgainByItself() {
    gateway.accounts.stopLeasing();
    assertThat(askWithManyKeys()).extracting(HttpResponse::statusCode).containsOnly(200);
    long leases = leases();
    String key = gateway.accounts.newKey("late");

    HttpResponse<String> uncounted = gateway.get("/v1/channels", "Authorization", "Bearer " + key);

    assertThat(uncounted.statusCode()).isEqualTo(200);
    assertThat(uncounted.headers().firstValue("RateLimit")).isEmpty();
    assertThat(leases()).as("nobody asked for any").isEqualTo(leases);

    gateway.accountService.answers(200, "{}");
    gateway.accounts.reset();
    gateway.accounts.allow("key_1", 1000);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              gateway.passes(Duration.ofMinutes(1));
              return gateway
                  .get("/v1/channels", "Authorization", BEARER)
                  .headers()
                  .firstValue("RateLimit")
                  .isPresent();
            });
  }

  private void assertUnavailable(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
    assertThat(gateway.json(answer).path("code").asString()).isEqualTo("identity_unavailable");
  }

  /** At once, so that they wait together. */
  private List<HttpResponse<String>> askWithManyKeys() {
    List<CompletableFuture<HttpResponse<String>>> running =
        IntStream.range(0, MANY)
            .mapToObj(i -> gateway.accounts.newKey("many" + i))
            .map(key -> gateway.request("/v1/channels", "Authorization", "Bearer " + key).build())
            .map(request -> gateway.http().sendAsync(request, BodyHandlers.ofString()))
            .toList();
    return running.stream().map(CompletableFuture::join).toList();
  }

  private HttpResponse<String> knock(String method, String path) {
    boolean session = path.startsWith("/session");
    String body =
        path.equals("/session")
            ? "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(EMAIL, PASSWORD)
            : "{}";
    return gateway.send(
        gateway
            .request(path, "Content-Type", "application/json", "X-OnAir-Csrf", "1")
            .headers(
                session ? "Cookie" : "Authorization",
                session ? "onair_session=session-anna-0123456789" : BEARER)
            .method(
                method,
                method.equals("POST") ? BodyPublishers.ofString(body) : BodyPublishers.noBody())
            .build());
  }

  private HttpResponse<String> signIn() {
    return gateway.post(
        "/session",
        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(EMAIL, PASSWORD),
        "X-OnAir-Csrf",
        "1");
  }

  private long signIns() {
    return asked("/internal/sessions");
  }

  private long leases() {
    return asked("/internal/limits/lease");
  }

  private long asked(String path) {
    return gateway.accountService.asked().stream()
        .filter(asked -> asked.uri().equals(path))
        .count();
  }
}
