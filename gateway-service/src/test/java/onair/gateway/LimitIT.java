package onair.gateway;

import static onair.gateway.FakeAccounts.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often one may ask, and what one is told about it. */
class LimitIT {
  private static final String BEARER = "Bearer " + KEY;

  private RunningGateway gateway;

  @BeforeEach
  void start() {
    gateway = RunningGateway.fresh();
  }

  @Test
  void refusesAKeyThatAsksTooOftenAndSaysWhenToComeBack() {
    gateway.accounts.allow("key_1", 2);
    assertThat(ask().statusCode()).isEqualTo(200);
    assertThat(ask().statusCode()).isEqualTo(200);
    HttpResponse<String> refused = ask();

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("2");
    assertThat(gateway.json(refused).path("code").asString()).isEqualTo("rate_limited");
    assertThat(gateway.json(refused).path("limit").asString()).isEqualTo("key");
    assertThat(gateway.json(refused).path("retryable").asBoolean()).isTrue();
    assertThat(gateway.channels.asked()).hasSize(2);
  }

  @Test
  void asksNobodyAboutAKeyThatWasJustRefused() {
    gateway.accounts.allow("key_1", 1);
    ask();
    ask();
    long asked = leases("key_1");
    for (int i = 0; i < 10; i++) {
      assertThat(ask().statusCode()).isEqualTo(429);
    }
    assertThat(leases("key_1")).isEqualTo(asked);

    gateway.accounts.allow("key_1", 1);
    gateway.passes(Duration.ofMillis(1501));
    assertThat(ask().statusCode()).isEqualTo(200);
  }

  @Test
  void tellsTheLimitsInEveryAnswer() {
    gateway.accounts.allow("key_1", 3);
    gateway.accounts.allow("org_1", 10);
    gateway.accounts.allow("127.0.0.1", 100);

    HttpResponse<String> answer = ask();
    assertThat(answer.headers().allValues("RateLimit-Policy"))
        .containsExactly("\"key\";q=3;w=60, \"organization\";q=10;w=60, \"address\";q=100;w=60");
    assertThat(answer.headers().allValues("RateLimit"))
        .containsExactly("\"key\";r=2;t=20, \"organization\";r=9;t=6, \"address\";r=99;t=1");

    HttpResponse<String> unknown = gateway.get("/v1/channels");
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(unknown.headers().firstValue("RateLimit")).hasValue("\"address\";r=98;t=2");

    gateway.channels.down();
    HttpResponse<String> failed = ask();
    gateway.channels.up();
    assertThat(failed.statusCode()).isEqualTo(503);
    assertThat(failed.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"key\";r=1;");

    ask();
    HttpResponse<String> refused = ask();
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("RateLimit").orElseThrow())
        .startsWith("\"key\";r=0;t=60");
  }

  @Test
  void keepsOthersPermitsWhenOneRefuses() {
    gateway.accounts.allow("key_1", 1);
    gateway.accounts.allow("org_1", 2);
    ask();
    assertThat(ask().statusCode()).isEqualTo(429);

    String other = gateway.accounts.newKey("other");
    assertThat(gateway.get("/v1/channels", "Authorization", "Bearer " + other).statusCode())
        .isEqualTo(200);
    assertThat(gateway.get("/v1/channels", "Authorization", "Bearer " + other).statusCode())
        .isEqualTo(429);
  }

  @Test
  void countsWhoeverIsNobodyByAddress() {
    gateway.accounts.allow("127.0.0.1", 3);
    assertThat(gateway.get("/v1/channels").statusCode()).isEqualTo(401);
    assertThat(
            gateway
                .get("/v1/channels", "Authorization", "Bearer onair_live_guessguess")
                .statusCode())
        .isEqualTo(401);
    assertThat(gateway.get("/session").statusCode()).isEqualTo(401);

    assertThat(gateway.get("/session").statusCode()).isEqualTo(429);
    HttpResponse<String> viewer =
        gateway.get("/playback/pb_1", "Origin", "https://a-page-with-a-player.example");
    assertThat(viewer.statusCode()).isEqualTo(429);
    assertThat(viewer.headers().firstValue("Access-Control-Allow-Origin"))
        .as("a page can read that it has to wait")
        .hasValue("*");
    assertThat(gateway.delivery.asked()).isEmpty();
    assertThat(ask().statusCode()).isEqualTo(429);
    assertThat(gateway.get("/ads/vast?c=adc_1&sig=x").statusCode())
        .as("players have other addresses than MediaTailor")
        .isEqualTo(200);
    assertThat(gateway.get("/actuator/health").statusCode()).isEqualTo(200);
  }

  @Test
  void sharesOutWhatThereIsAmongManyAtOnce() {
    gateway.accounts.allow("key_1", 25);
    Stream<CompletableFuture<HttpResponse<String>>> running =
        Stream.generate(() -> gateway.request("/v1/channels", "Authorization", BEARER).build())
            .limit(60)
            .map(request -> gateway.http().sendAsync(request, BodyHandlers.ofString()));

    List<Integer> statuses =
        running.toList().stream().map(answer -> answer.join().statusCode()).toList();

    assertThat(statuses).filteredOn(status -> status == 200).hasSize(25);
    assertThat(statuses).filteredOn(status -> status == 429).hasSize(35);
  }

  @Test
  void goesOnListeningToACallerWhoWasRefusedWhileAnEarlierRequestWasBeingAnswered() {
    gateway.accounts.allow("127.0.0.1", 1);
    gateway.get("/session");
    assertThat(gateway.get("/session").statusCode()).isEqualTo(429);

    String both = Wire.staying("/ads/vast?c=adc_1&sig=x") + Wire.staying("/session");
    assertThat(Wire.converse(gateway.port(), both, 2, 3))
        .containsExactly(200, 429, 200, 429, 200, 429);
  }

  @Test
  void letsRequestsPassUncountedWhenNobodyCanCount() {
    gateway.accounts.allow("key_1", 1);
    ask();
    assertThat(ask().statusCode()).isEqualTo(429);
    gateway.passes(Duration.ofMillis(1501));
    gateway.accounts.stopLeasing();

    HttpResponse<String> uncounted = ask();

    assertThat(uncounted.statusCode()).isEqualTo(200);
    assertThat(uncounted.headers().firstValue("RateLimit")).isEmpty();
  }

  private HttpResponse<String> ask() {
    return gateway.get("/v1/channels", "Authorization", BEARER);
  }

  private long leases(String id) {
    return gateway.accountService.asked().stream()
        .filter(asked -> asked.uri().equals("/internal/limits/lease"))
        .filter(asked -> asked.body().contains("\"" + id + "\""))
        .count();
  }
}
