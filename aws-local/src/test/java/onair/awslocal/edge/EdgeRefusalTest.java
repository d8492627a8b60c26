package onair.awslocal.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeRefusalTest {

  private final Edge edge = Edge.plain();

  @AfterEach
  void stop() {
    edge.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/../etc/passwd, 400",
    "/a/../../etc/passwd, 400",
    "/a/./b, 403",
    "/a/.., 403",
    "/%2e%2e/etc/passwd, 400",
    "/a/%2E%2e/b, 403",
    "/a/%252e%252e/b, 403",
    "/a%2f..%2fb, 403",
    "/a\\..\\b, 403",
    "/a%5c..%5cb, 403",
    "/a%00b, 400",
    "/a%0d%0ab, 400",
    "/a//b, 400",
    "/a%, 400",
    "/a%zz, 400",
    "/a%ff%fe, 400",
    "/a?x=%zz, 400",
    "a/b, 400",
  })
  void refusesPathsThatAreNone(String target, int status) {
    String answer = edge.raw("GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 " + status);
    assertThat(edge.origin.count()).isZero();
  }

  @Test
  void servesPathsThatOnlyLookOdd() {
    assertThat(edge.get("/out/v1/my%20show/..index...m3u8").statusCode()).isEqualTo(200);
    assertThat(edge.origin.last().path()).isEqualTo("/out/v1/my show/..index...m3u8");
    assertThat(edge.get("/folder/").statusCode()).isEqualTo(200);
    assertThat(edge.get("/%C3%A9").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(ints = {8200, 30_000, 200_000})
  void refusesUrlsThatAreTooLong(int length) {
    String answer =
        edge.raw(
            "GET /" + "a".repeat(length) + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

    assertThat(answer).matches("(?s)HTTP/1.1 (414|431).*");
    assertThat(edge.origin.count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW"})
  void refusesMethodsThatTheBehaviorDoesNotAllow(String method) {
    HttpResponse<String> refused = edge.send(method, "/a");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("HTTP method " + method);
    assertThat(edge.origin.count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garbage\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\nConnection: close\r\n\r\n",
        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n",
      })
  void survivesWhatIsNoHttp(String bytes) {
    edge.raw(bytes);

    assertThat(edge.get("/a").statusCode()).isEqualTo(200);
  }

  @Test
  void saysWhichOriginIsUnknown() {
    edge.directory.unregister(Edge.ORIGIN_HOST);

    HttpResponse<String> answer = edge.get("/a");

    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.body()).contains("No origin named " + Edge.ORIGIN_HOST);
    assertThat(Edge.xCache(answer)).isEqualTo("Error from cloudfront");
  }

  @Test
  void signsOriginRequestsAsTheDistribution() {
    edge.get("/out/v1/a");

    assertThat(edge.origin.last().principal()).isEqualTo("cloudfront.amazonaws.com");
    assertThat(edge.origin.last().sourceAccount()).isEqualTo("111122223333");
    assertThat(edge.origin.last().sourceArn())
        .isEqualTo("arn:aws:cloudfront::111122223333:distribution/E1");
  }

  @Test
  void namesItselfInEveryAnswer() {
    HttpResponse<String> answer = edge.get("/a");

    assertThat(answer.headers().firstValue("Via").orElse(""))
        .endsWith(".cloudfront.net (CloudFront)");
    assertThat(answer.headers().firstValue("X-Amz-Cf-Id").orElse("")).hasSize(56);
    assertThat(answer.headers().firstValue("Server")).isEmpty();
  }

  @Test
  void servesTheDistributionOfTheHostElseTheOldestEnabledOne() {
    Behavior all = Edge.behavior("*", Edge.MEDIA_PACKAGE);
    edge.network.withdraw("E1");
    assertThat(edge.get("/a").statusCode()).isEqualTo(503);

    edge.network.deploy(Edge.distribution("OLD", false, Instant.ofEpochSecond(1), all));
    edge.network.deploy(Edge.distribution("MID", true, Instant.ofEpochSecond(2), all));
    edge.network.deploy(Edge.distribution("NEW", true, Instant.ofEpochSecond(3), all));

    edge.get("/anyone");
    assertThat(edge.origin.last().sourceArn()).endsWith("/MID");
    assertThat(edge.raw(host("/n", "dnew.cloudfront.net:8090"))).startsWith("HTTP/1.1 200");
    assertThat(edge.origin.last().sourceArn()).endsWith("/NEW");
    assertThat(edge.raw(host("/o", "DOLD.cloudfront.net"))).startsWith("HTTP/1.1 403");
  }

  @Test
  void letsPlayersInAnyPageRead() {
    assertThat(edge.get("/a").headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");

    HttpResponse<String> preflight =
        edge.send(
            "OPTIONS",
            "/a",
            "Origin",
            "https://player.example",
            "Access-Control-Request-Method",
            "GET",
            "Access-Control-Request-Headers",
            "range");

    assertThat(preflight.statusCode()).isEqualTo(200);
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods"))
        .hasValue("GET, HEAD, OPTIONS");
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers")).hasValue("*");
  }

  @Test
  void addsWhatTheResponseHeadersPolicySays() {
    edge.network.deploy(
        Edge.distribution(
            "E1",
            new Behavior(
                PathPattern.EVERYTHING,
                "mp",
                Edge.READING,
                Edge.MEDIA_PACKAGE,
                new QueryRule.None(),
                new ResponseHeaders(
                    Map.of("X-Content-Type-Options", "nosniff"),
                    Map.of(),
                    Map.of(),
                    List.of("https://*.example")),
                ViewerAccess.EVERYONE)));

    HttpResponse<String> sameSite = edge.get("/a");
    HttpResponse<String> cross = edge.get("/a", "Origin", "https://player.example");
    HttpResponse<String> foreign = edge.get("/a", "Origin", "https://player.invalid");

    assertThat(sameSite.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    assertThat(sameSite.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(cross.headers().firstValue("Access-Control-Allow-Origin"))
        .hasValue("https://player.example");
    assertThat(cross.headers().firstValue("Vary")).hasValue("Origin");
    assertThat(foreign.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  private static String host(String path, String host) {
    return "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
  }
}
