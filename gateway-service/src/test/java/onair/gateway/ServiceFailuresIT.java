package onair.gateway;

import static onair.gateway.FakeAccounts.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

/** What callers see of a service behind the gateway, above all when it fails. */
class ServiceFailuresIT {
  private RunningGateway gateway;

  @BeforeEach
  void start() {
    gateway = RunningGateway.fresh();
  }

  @AfterEach
  void tellsNobodyWhereServicesAre() {
    HttpResponse<String> answer = ask();
    String all = answer.headers().map() + answer.body();
    assertThat(all).doesNotContain(gateway.channels.url()).doesNotContain("127.0.0.1");
  }

  private HttpResponse<String> ask() {
    return gateway.get("/v1/channels/ch_1", "Authorization", "Bearer " + KEY);
  }

  private void assertProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(gateway.json(answer).path("code").asString()).isEqualTo(code);
    assertThat(gateway.json(answer).path("status").asInt()).isEqualTo(status);
    assertThat(gateway.json(answer).path("request_id").asString())
        .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
  }

  @Test
  void saysThatAServiceIsDownAndHealsByItself() {
    gateway.channels.down();
    HttpResponse<String> answer = ask();
    assertProblem(answer, 503, "service_unavailable");
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");

    gateway.channels.up();
    assertThat(ask().statusCode()).isEqualTo(200);
  }

  @Test
  void leavesAServiceAloneThatDoesNotAnswerAndComesBackByItself() {
    gateway.channels.answers(
        (asked, answer) -> {
          answer.withConnection(connection -> connection.channel().close());
          return Mono.never();
        });
    await().until(() -> ask().statusCode() == 503);
    int asked = gateway.channels.asked().size();

    HttpResponse<String> answer = ask();

    assertProblem(answer, 503, "service_unavailable");
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
    assertThat(gateway.channels.asked()).as("nobody asked it").hasSize(asked);
    assertThat(gateway.get("/v1/playback/pb_1", "Authorization", "Bearer " + KEY).statusCode())
        .as("others are asked as before")
        .isEqualTo(200);

    gateway.channels.answers(200, "{}");
    await().until(() -> ask().statusCode() == 200);
  }

  @Test
  void neverLeavesAServiceAloneForWhatItAnswersOrWhatCallersSend() {
    for (int i = 0; i < 60; i++) {
      gateway.channels.answers(
          (asked, answer) -> FakeService.send(answer, 500, "text/html", "<html>"));
      assertThat(ask().statusCode()).isEqualTo(502);
    }
    gateway.channels.answers(200, "{}");
    assertThat(ask().statusCode()).isEqualTo(200);
  }

  @Test
  void oneServiceDownDisturbsNoOther() {
    gateway.channels.down();

    assertThat(gateway.get("/v1/playback/pb_1", "Authorization", "Bearer " + KEY).statusCode())
        .isEqualTo(200);
  }

  @Test
  void givesUpOnAServiceThatDoesNotAnswer() {
    gateway.channels.answers((asked, answer) -> Mono.never());

    assertProblem(ask(), 504, "service_timeout");
  }

  @Test
  void saysThatAServiceBrokeOff() {
    gateway.channels.answers(
        (asked, answer) -> {
          answer.withConnection(connection -> connection.channel().close());
          return Mono.never();
        });

    assertProblem(ask(), 502, "service_failed");
  }

  @ParameterizedTest
  @CsvSource({
    "500, 502, service_failed",
    "502, 502, service_failed",
    "401, 502, service_failed",
    "404, 404, not_found",
    "400, 400, bad_request",
    "405, 405, method_not_allowed"
  })
  void replacesAnErrorThatIsNoProblem(int answered, int status, String code) {
    String page = "<html>Tomcat at 127.0.0.1</html>";
    gateway.channels.answers(
        (asked, answer) -> FakeService.send(answer, answered, "text/html", page));

    assertProblem(ask(), status, code);
  }

  @Test
  void takesAServiceThatDoesNotTrustTheGatewayForAFault() {
    gateway.channels.answers(401, "{\"code\":\"unauthorized\"}");

    assertProblem(ask(), 502, "service_failed");
  }

  @Test
  void passesAServicesProblemOnAsItIs() {
    String problem = "{\"status\":409,\"code\":\"cannot_start\",\"current_status\":\"live\"}";
    gateway.channels.answers(
        (asked, answer) ->
            FakeService.send(
                answer.header("Retry-After", "7"), 409, "application/problem+json", problem));

    HttpResponse<String> answer = ask();

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).isEqualTo(problem);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("7");
  }

  @Test
  void passesOnOnlyTheHeadersCallersMaySee() {
    gateway.channels.answers(
        (asked, answer) -> {
          answer
              .header("ETag", "\"3\"")
              .header("Location", gateway.channels.url() + "/v1/channels/ch_1")
              .header("Operation-Location", "/v1/operations/op_1")
              .header("Server", "Tomcat")
              .header("X-Powered-By", "Java")
              .header("Set-Cookie", "JSESSIONID=1")
              .header("X-Frame-Options", "ALLOWALL")
              .header("Access-Control-Allow-Origin", "*")
              .header("Cache-Control", "public, max-age=600");
          return FakeService.json(answer, 202, "{}");
        });

    HttpResponse<String> answer = ask();

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.headers().firstValue("ETag")).hasValue("\"3\"");
    assertThat(answer.headers().firstValue("Location")).hasValue("/v1/channels/ch_1");
    assertThat(answer.headers().firstValue("Operation-Location")).hasValue("/v1/operations/op_1");
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("private, no-store");
    assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
    assertThat(answer.headers().map())
        .doesNotContainKeys("server", "x-powered-by", "set-cookie", "access-control-allow-origin");
  }

  @Test
  void passesMethodQueryAndBodyOnUnchanged() {
    gateway.post(
        "/v1/channels?limit=3&q=a%20b%2Fc", "{\"name\":\"쇼\"}", "Authorization", "Bearer " + KEY);

    FakeService.Asked asked = gateway.channels.lastAsked();
    assertThat(asked.method()).isEqualTo("POST");
    assertThat(asked.uri()).isEqualTo("/v1/channels?limit=3&q=a%20b%2Fc");
    assertThat(asked.body()).isEqualTo("{\"name\":\"쇼\"}");
    assertThat(asked.headers().getFirst("Content-Type")).isEqualTo("application/json");
  }

  /** Only where nothing else is escaped: otherwise the gateway would escape that once more. */
  @Test
  void passesOnTheMacroAPlayerDidNotFillIn() {
    gateway.get("/v1/channels?i=a~b&code=[ERRORCODE]", "Authorization", "Bearer " + KEY);

    assertThat(gateway.channels.lastAsked().uri()).isEqualTo("/v1/channels?i=a~b&code=[ERRORCODE]");
  }
}
