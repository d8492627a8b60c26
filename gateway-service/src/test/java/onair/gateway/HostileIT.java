package onair.gateway;

import static onair.gateway.FakeAccounts.EMAIL;
import static onair.gateway.FakeAccounts.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What somebody sends who means harm, beyond the shape of requests. */
class HostileIT {
  private static final String BEARER = "Bearer " + KEY;

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private RunningGateway gateway;

  @BeforeEach
  void start() {
    gateway = RunningGateway.fresh();
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    root.detachAppender(log);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // alg none; HS256; ES256 with a key of its own in jwk, jku, x5u and with a path as kid
        "eyJhbGciOiJub25lIn0.eyJpc3MiOiJvbmFpci1nYXRld2F5Iiwic3ViIjoiayIsInNjb3BlIjoiaW50ZXJuYWwifQ.",
        "eyJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6ImludGVybmFsIn0.c2lnbmF0dXJl",
        "eyJhbGciOiJFUzI1NiIsImprdSI6Imh0dHA6Ly8xMjcuMC4wLjE6MS9qd2tzIn0.e30.c2ln",
        "eyJhbGciOiJFUzI1NiIsIng1dSI6Imh0dHA6Ly8xMjcuMC4wLjE6MS9jZXJ0In0.e30.c2ln",
        "eyJhbGciOiJFUzI1NiIsImp3ayI6eyJrdHkiOiJFQyJ9fQ.e30.c2ln",
        "eyJhbGciOiJFUzI1NiIsImtpZCI6Ii4uLy4uL2V0Yy9wYXNzd2QifQ.e30.c2ln"
      })
  void letsNobodyBringATokenOfItsOwn(String token) {
    HttpResponse<String> answer = gateway.get("/v1/channels", "Authorization", "Bearer " + token);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(gateway.channels.asked()).isEmpty();
    assertThat(gateway.accounts.verifications()).as("nobody is asked about it").isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OnAir-Client-Address: 10.0.0.1",
        "onair-client-address: 10.0.0.1",
        "X-Forwarded-For: 10.0.0.1",
        "X-Real-IP: 10.0.0.1",
        "Forwarded: for=10.0.0.1",
        "X-Forwarded-Prefix: /internal",
        "X-Rewrite-URL: /internal/sessions",
        "X-OnAir-Scope: internal",
        "X-Request-Id: a\tb",
        "Transfer-Encoding: identity",
        "Connection: Authorization, X-Request-Id",
        "Connection: OnAir-Client-Address"
      })
  void believesNoHeaderThatIsOnlyForInside(String header) {
    Wire.Answer answer =
        Wire.say(
            gateway.port(),
            Wire.get("/v1/channels")
                .replace("Connection: close", header + "\r\nConnection: close"));

    assertThat(answer.status()).isIn(200, 400);
    assertThat(gateway.channels.asked())
        .allSatisfy(
            asked -> {
              assertThat(asked.headers().get("OnAir-Client-Address")).containsExactly("127.0.0.1");
              assertThat(asked.headers().headerNames().stream().map(String::toLowerCase))
                  .isSubsetOf(
                      "host",
                      "authorization",
                      "x-request-id",
                      "onair-client-address",
                      "content-length",
                      "accept",
                      "user-agent");
              assertThat(gateway.claimsOf(asked).getSubject()).isEqualTo("key_1");
            });
  }

  @Test
  void bindsNobodyToASessionSomebodyElseChose() {
    String planted = "planted-session-0123456789";
    HttpResponse<String> answer =
        gateway.post(
            "/session",
            "{\"email\":\"" + EMAIL + "\",\"password\":\"" + FakeAccounts.PASSWORD + "\"}",
            "X-OnAir-Csrf",
            "1",
            "Cookie",
            "onair_session=" + planted);

    assertThat(answer.statusCode()).isEqualTo(201);
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie)
        .doesNotContain(planted)
        .contains(FakeAccounts.SESSION)
        .containsIgnoringCase("; HttpOnly");
    assertThat(gateway.get("/session", "Cookie", "onair_session=" + planted).statusCode())
        .isEqualTo(401);
  }

  @Test
  void standsAThousandGuessesWithoutAWordOrASlowdownForOthers() {
    gateway.accounts.allow("127.0.0.1", 300);
    int refused = 0;
    int limited = 0;
    for (int i = 0; i < 1000; i++) {
      int status =
          gateway
              .post(
                  "/session",
                  "{\"email\":\"" + EMAIL + "\",\"password\":\"guess " + i + "\"}",
                  "X-OnAir-Csrf",
                  "1")
              .statusCode();
      if (status == 401) {
        refused++;
      } else if (status == 429) {
        limited++;
      }
    }
    assertThat(refused).isEqualTo(300);
    assertThat(limited).isEqualTo(700);
    assertThat(gateway.accountService.asked())
        .filteredOn(asked -> asked.uri().equals("/internal/sessions"))
        .hasSize(300);
    assertThat(lines()).as("guesses fill no log").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /v1//channels HTTP/1.1\r\nHost: g\r\nConnection: close\r\n\r\n",
        "GET /v1/channels/../../internal/x HTTP/1.1\r\nHost: g\r\nConnection: close\r\n\r\n",
        "GET /v1/channels/..%2f..%2finternal HTTP/1.1\r\nHost: g\r\nConnection: close\r\n\r\n",
        "GET /v1/channels HTTP/1.1\r\nHost: g\r\nAuthorization: Bearer e30.e30.\r\nConnection: close\r\n\r\n",
        "TRACE /v1/channels HTTP/1.1\r\nHost: g\r\nConnection: close\r\n\r\n",
        "POST /v1/channels HTTP/1.1\r\nHost: g\r\nContent-Length: 99999999\r\nConnection: close\r\n\r\n",
        "POST /session HTTP/1.1\r\nHost: g\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc",
        "GARBAGE\r\n\r\n"
      })
  void letsNobodyFillItsLogWithWhatIsRefused(String request) {
    for (int i = 0; i < 5; i++) {
      assertThat(Wire.say(gateway.port(), request).status()).isBetween(400, 499);
    }

    assertThat(lines()).isEmpty();
  }

  @Test
  void tellsEachFailureOnceInItsLog() {
    gateway.channels.down();
    gateway.get("/v1/channels", "Authorization", BEARER, "X-Request-Id", "once-only");

    assertThat(lines()).filteredOn(line -> line.contains("once-only")).hasSize(1);
    assertThat(lines()).hasSize(1);
  }

  @Test
  void writesNoSecretToItsLog() {
    gateway.channels.down();
    gateway.get("/v1/channels?token=" + KEY, "Authorization", BEARER);
    gateway.accountService.down();
    gateway.get("/v1/channels", "Authorization", "Bearer onair_live_other_key_0123456789");

    assertThat(lines()).isNotEmpty();
    assertThat(lines())
        .noneSatisfy(line -> assertThat(line).containsAnyOf(KEY, "other_key_0123456789"));
  }

  private List<String> lines() {
    return log.list.stream()
        .map(
            event ->
                event.getLoggerName()
                    + " "
                    + event.getFormattedMessage()
                    + " "
                    + event.getThrowableProxy())
        .toList();
  }
}
