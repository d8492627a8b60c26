package onair.gateway;

import static onair.gateway.FakeAccounts.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** Who gets in, and as whom a service sees them. */
class IdentityIT {
  private static final String BEARER = "Bearer " + KEY;

  private RunningGateway gateway;

  @BeforeEach
  void start() {
    gateway = RunningGateway.fresh();
  }

  @Test
  void refusesARequestWithoutCredential() {
    HttpResponse<String> answer = gateway.get("/v1/channels");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"onair\"");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(gateway.json(answer).path("code").asString()).isEqualTo("credential_missing");
    assertThat(gateway.channels.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer onair_live_wrongwrongwrong",
        "Bearer ",
        "Bearer onair_",
        "Bearer onair_live_x' OR 1=1 --",
        "Bearer eyJhbGciOiJub25lIn0.e30.",
        "Basic b25haXI6b25haXI=",
        "onair_live_goodgoodgoodgood",
        "Bearer onair_live_goodgoodgoodgood, Bearer onair_live_goodgoodgoodgood"
      })
  void refusesACredentialThatIsNotAKnownKey(String authorization) {
    HttpResponse<String> answer = gateway.get("/v1/channels", "Authorization", authorization);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    assertThat(gateway.json(answer).path("code").asString()).isEqualTo("credential_invalid");
    assertThat(gateway.channels.asked()).isEmpty();
  }

  @Test
  void refusesTwoAuthorizationHeaders() {
    HttpResponse<String> answer =
        gateway.get("/v1/channels", "Authorization", BEARER, "Authorization", BEARER);

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void tellsTheServiceWhoIsAskingByATokenForThatServiceOnly() throws ParseException {
    HttpResponse<String> answer = gateway.get("/v1/channels", "Authorization", BEARER);

    assertThat(answer.statusCode()).isEqualTo(200);
    JWTClaimsSet claims = gateway.claimsOf(gateway.channels.lastAsked());
    assertThat(claims.getIssuer()).isEqualTo("onair-gateway");
    assertThat(claims.getAudience()).containsExactly("channel-service");
    assertThat(claims.getSubject()).isEqualTo("key_1");
    assertThat(claims.getStringClaim("sid")).as("a key is in no session").isNull();
    assertThat(claims.getStringClaim("org")).isEqualTo("org_1");
    assertThat(claims.getStringClaim("scope")).isEqualTo("channels:read channels:write");
    assertThat(claims.getExpirationTime().toInstant())
        .isBetween(Instant.now().plusSeconds(25), Instant.now().plusSeconds(61));

    gateway.get("/v1/playback/pb_1", "Authorization", BEARER);
    assertThat(gateway.claimsOf(gateway.delivery.lastAsked()).getAudience())
        .containsExactly("delivery-service");
  }

  @Test
  void letsViewersAskWherePlaybackIsAsNobodyInParticular() throws ParseException {
    gateway.accountService.down();

    HttpResponse<String> answer =
        gateway.get(
            "/playback/pb_1",
            "Accept",
            "text/html,*/*;q=0.8",
            "Authorization",
            BEARER,
            "Cookie",
            "onair_session=stolen-stolen-stolen");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(gateway.delivery.lastAsked().uri()).isEqualTo("/playback/pb_1");
    assertThat(gateway.delivery.lastAsked().headers().get("Cookie")).isNull();
    JWTClaimsSet claims = gateway.claimsOf(gateway.delivery.lastAsked());
    assertThat(claims.getAudience()).containsExactly("delivery-service");
    assertThat(claims.getSubject()).isEqualTo("visitor");
    assertThat(claims.getStringClaim("org")).isNullOrEmpty();
    assertThat(claims.getStringClaim("scope")).isNullOrEmpty();
    assertThat(gateway.get("/v1/playback/pb_1").statusCode()).isEqualTo(401);
  }

  @Test
  void asksAccountServiceAsItself() throws ParseException {
    gateway.get("/v1/channels", "Authorization", BEARER);

    JWTClaimsSet claims = gateway.claimsOf(gateway.accountService.lastAsked());
    assertThat(claims.getAudience()).containsExactly("account-service");
    assertThat(claims.getStringClaim("scope")).isEqualTo("internal");
    assertThat(claims.getSubject()).isEqualTo("gateway-service");
  }

  @Test
  void asksOnceForManyRequestsAtTheSameTime() {
    Stream<CompletableFuture<HttpResponse<String>>> running =
        Stream.generate(() -> gateway.request("/v1/channels", "Authorization", BEARER).build())
            .limit(40)
            .map(request -> gateway.http().sendAsync(request, BodyHandlers.ofString()));

    List<Integer> statuses =
        running.toList().stream().map(answer -> answer.join().statusCode()).toList();
    assertThat(statuses).containsOnly(200);
    assertThat(gateway.accounts.verifications()).isEqualTo(1);
  }

  @Test
  void refusesARevokedKeyWithinFiveSeconds() {
    String key = gateway.accounts.newKey("doomed");
    assertThat(gateway.get("/v1/channels", "Authorization", "Bearer " + key).statusCode())
        .isEqualTo(200);

    gateway.accounts.revoke(key);
    gateway.passes(Duration.ofSeconds(5));

    assertThat(gateway.get("/v1/channels", "Authorization", "Bearer " + key).statusCode())
        .isEqualTo(401);
  }

  @Test
  void remembersAWrongKeyOnlyBriefly() {
    String wrong = "Bearer onair_live_not_yet_there_0";
    gateway.get("/v1/channels", "Authorization", wrong);
    gateway.get("/v1/channels", "Authorization", wrong);
    assertThat(gateway.accounts.verifications()).isEqualTo(1);

    // The answer may be remembered a moment after the caller has it, so time passes until it is
    // forgotten.
    await()
        .until(
            () -> {
              gateway.passes(Duration.ofSeconds(3));
              gateway.get("/v1/channels", "Authorization", wrong);
              return gateway.accounts.verifications() == 2;
            });
  }

  @Test
  void staysShutWhileAccountServiceIsDownAndHealsByItself() {
    gateway.accountService.down();
    HttpResponse<String> answer = gateway.get("/v1/channels", "Authorization", BEARER);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
    assertThat(gateway.json(answer).path("code").asString()).isEqualTo("identity_unavailable");
    assertThat(gateway.json(answer).path("retryable").asBoolean()).isTrue();
    assertThat(gateway.channels.asked()).isEmpty();

    gateway.accountService.up();
    assertThat(gateway.get("/v1/channels", "Authorization", BEARER).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 401, 403, 422, 429, 500, 503})
  void staysShutWhenAccountServiceAnswersWithAnythingUnclear(int status) {
    gateway.accountService.answers(status, "");

    assertThat(gateway.get("/v1/channels", "Authorization", BEARER).statusCode()).isEqualTo(503);
    assertThat(gateway.channels.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "null", "{\"organization_id\":\"org_1\"}", "not json"})
  void staysShutWhenAccountServiceTellsHalfTheStory(String body) {
    gateway.accountService.answers(200, body);

    assertThat(gateway.get("/v1/channels", "Authorization", BEARER).statusCode()).isEqualTo(503);
    assertThat(gateway.channels.asked()).isEmpty();
  }

  @Test
  void staysShutWhenAccountServiceIsTooSlow() {
    gateway.accountService.answers((asked, answer) -> Mono.never());

    HttpResponse<String> answer = gateway.get("/v1/channels", "Authorization", BEARER);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(gateway.channels.asked()).isEmpty();
  }

  @Test
  void letsNothingThroughThatPretendsToBeAnIdentity() {
    HttpRequest request =
        gateway
            .request(
                "/v1/channels",
                "Authorization",
                BEARER,
                "Cookie",
                "onair_session=stolen-stolen-stolen; other=1",
                "X-Forwarded-For",
                "10.0.0.1",
                "X-Forwarded-User",
                "root",
                "Forwarded",
                "for=10.0.0.1",
                "OnAir-Client-Address",
                "10.0.0.1",
                "X-OnAir-Organization",
                "org_other",
                "X-Original-URL",
                "/internal/x",
                "X-HTTP-Method-Override",
                "DELETE",
                "Proxy-Authorization",
                "Basic eA==",
                "Idempotency-Key",
                "k-1",
                "If-Match",
                "\"3\"")
            .GET()
            .build();
    gateway.send(request);

    FakeService.Asked asked = gateway.channels.lastAsked();
    assertThat(asked.headers().headerNames().stream().map(String::toLowerCase))
        .isSubsetOf(
            "authorization",
            "host",
            "content-length",
            "user-agent",
            "x-request-id",
            "onair-client-address",
            "idempotency-key",
            "if-match",
            "accept",
            "accept-encoding");
    assertThat(asked.headers().getFirst("Authorization")).doesNotContain(KEY);
    assertThat(asked.headers().get("OnAir-Client-Address")).containsExactly("127.0.0.1");
    assertThat(asked.headers().getFirst("Idempotency-Key")).isEqualTo("k-1");
    assertThat(asked.headers().getFirst("If-Match")).isEqualTo("\"3\"");
    assertThat(gateway.claimsOf(asked).getSubject()).isEqualTo("key_1");
  }
}
