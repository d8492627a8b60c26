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
import java.util.concurrent.atomic.AtomicInteger;
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

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final AtomicInteger next = new AtomicInteger();
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
        .atMost(PATIENCE)
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
    assertThat(askTogether(newKeys("many"))).allSatisfy(this::assertUnavailable);

    // Now and then a few try whether it is back.
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              String key = gateway.accounts.newKey("next" + next.incrementAndGet());
              assertUnavailable(ask(key));
              return !isAsked("/internal/credentials/verify", key);
            });
    assertThat(gateway.channels.asked()).isEmpty();

    gateway.accountService.answers(gateway.accounts::answer);
    await().atMost(PATIENCE).until(() -> ask(KEY).statusCode() == 200);
  }

  @Test
  void keepsNobodyOutWhoseKeyIsGoodBecauseOthersCannotSignIn() {
    gateway.accountService.answers(
        (asked, answer) -> {
          if (!asked.uri().equals("/internal/sessions")) {
            return gateway.accounts.answer(asked, answer);
          }
          answer.withConnection(connection -> connection.channel().close());
          return Mono.never();
        });
    for (int i = 0; i < MANY; i++) {
      assertUnavailable(signIn("wrong"));
    }
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              String password = "password " + next.incrementAndGet();
              assertUnavailable(signIn(password));
              return !isAsked("/internal/sessions", password);
            });

    await().atMost(PATIENCE).until(() -> ask(KEY).statusCode() == 200);

    gateway.accountService.answers(gateway.accounts::answer);
    await().atMost(PATIENCE).until(() -> signIn(PASSWORD).statusCode() == 201);
  }

  @Test
  void asksForNoPermitsOfAServiceThatGivesNoneAndCountsAgainByItself() {
    List<String> keys = newKeys("counted");
    keys.forEach(key -> await().atMost(PATIENCE).until(() -> ask(key).statusCode() == 200));
    gateway.accounts.stopLeasing();
    gateway.passes(Duration.ofMillis(1500));
    assertThat(askTogether(keys)).extracting(HttpResponse::statusCode).containsOnly(200);

    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              String name = "late" + next.incrementAndGet();
              HttpResponse<String> uncounted = ask(gateway.accounts.newKey(name));
              assertThat(uncounted.headers().firstValue("RateLimit")).isEmpty();
              return uncounted.statusCode() == 200
                  && !isAsked("/internal/limits/lease", "\"key_" + name + "\"");
            });

    gateway.accounts.reset();
    gateway.accounts.allow("key_1", 1000);
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              gateway.passes(Duration.ofMinutes(1));
              return ask(KEY).headers().firstValue("RateLimit").isPresent();
            });
  }

  private void assertUnavailable(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
    assertThat(gateway.json(answer).path("code").asString()).isEqualTo("identity_unavailable");
  }

  private List<String> newKeys(String name) {
    return IntStream.range(0, MANY).mapToObj(i -> gateway.accounts.newKey(name + i)).toList();
  }

  /** At once, so that they wait together. */
  private List<HttpResponse<String>> askTogether(List<String> keys) {
    List<CompletableFuture<HttpResponse<String>>> running =
        keys.stream()
            .map(key -> gateway.request("/v1/channels", "Authorization", "Bearer " + key).build())
            .map(request -> gateway.http().sendAsync(request, BodyHandlers.ofString()))
            .toList();
    return running.stream().map(CompletableFuture::join).toList();
  }

  private HttpResponse<String> ask(String key) {
    return gateway.get("/v1/channels", "Authorization", "Bearer " + key);
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

  private HttpResponse<String> signIn(String password) {
    return gateway.post(
        "/session",
        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(EMAIL, password),
        "X-OnAir-Csrf",
        "1");
  }

  private boolean isAsked(String path, String about) {
    return gateway.accountService.asked().stream()
        .anyMatch(asked -> asked.uri().equals(path) && asked.body().contains(about));
  }
}
