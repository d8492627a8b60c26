package onair.awslocal.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlDoorTest {

  private final Server server = new Server();
  private ControlDoor door;
  private int port;

  record Wish(String name, Integer delayMs, Instant at) {}

  private void open(ControlAccess access) throws Exception {
    HttpConfiguration http = new HttpConfiguration();
    http.setUriCompliance(UriCompliance.UNSAFE);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    server.addConnector(connector);
    door = new ControlDoor(access, "127.0.0.1", Set.of("mediastore"));
    door.add(
        new Endpoint(
            "POST",
            "/wishes",
            "makes a wish",
            request -> new ControlAnswer(201, request.body(Wish.class))));
    door.add(
        new Endpoint(
            "GET",
            "/wishes/{id}",
            "shows a wish",
            request -> {
              request.onlyQuery("since");
              return ControlAnswer.ok(
                  Map.of(
                      "id",
                      request.path("id"),
                      "since",
                      request.time("since").map(Instant::toString).orElse("ever")));
            }));
    door.add(
        new Endpoint("GET", "/wishes/none", "shows none", request -> ControlAnswer.ok(List.of())));
    door.add(
        new Endpoint(
            "GET",
            "/defect",
            "fails",
            request -> {
              throw new IllegalStateException("a secret of the inside");
            }));
    door.add(new Endpoint("GET", "/open", "is for anyone", true, request -> ControlAnswer.done()));
    server.setHandler(door);
    server.start();
    port = connector.getLocalPort();
  }

  @AfterEach
  void close() throws Exception {
    server.stop();
  }

  @Test
  void listsItsEndpoints() throws Exception {
    open(ControlAccess.LOOPBACK);
    assertThat(get("/_aws-local"))
        .startsWith("HTTP/1.1 200")
        .contains("Content-Type: application/json")
        .contains(
            """
            {"method":"GET","path":"/_aws-local","about":"lists the endpoints"}\
            """)
        .contains(
            """
            {"method":"POST","path":"/_aws-local/wishes","about":"makes a wish"}\
            """);
    assertThat(get("/_aws-local/")).startsWith("HTTP/1.1 200");
  }

  @Test
  void readsBodiesAndWritesAnswersInSnakeCase() throws Exception {
    open(ControlAccess.LOOPBACK);
    assertThat(post("/_aws-local/wishes", "{\"delay_ms\":5,\"at\":\"2026-11-22T10:00:00Z\"}"))
        .startsWith("HTTP/1.1 201")
        .endsWith("{\"delay_ms\":5,\"at\":\"2026-11-22T10:00:00Z\"}");
    assertThat(post("/_aws-local/wishes", "")).startsWith("HTTP/1.1 201").endsWith("{}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"delay_ms\":\"soon\"}",
        "{\"delay\":5}",
        "{\"name\":\"a\",\"name\":\"b\"}",
        "{} {}",
        "[]",
        "null",
        "{"
      })
  void refusesABodyThatIsNotTheOneExpected(String body) throws Exception {
    open(ControlAccess.LOOPBACK);
    assertThat(post("/_aws-local/wishes", body))
        .startsWith("HTTP/1.1 400")
        .contains("{\"code\":\"InvalidRequest\",\"message\":\"");
  }

  @Test
  void refusesAnEndlessBody() throws Exception {
    open(ControlAccess.LOOPBACK);
    assertThat(post("/_aws-local/wishes", " ".repeat(1024 * 1024 + 1)))
        .startsWith("HTTP/1.1 413")
        .contains("TooLarge");
  }

  @ParameterizedTest
  @CsvSource({
    "/_aws-local/wishes/a%2Fb, 200, \"id\":\"a/b\"",
    "/_aws-local/wishes/a?since=2026-11-22T10:00:00Z, 200, 2026-11-22T10:00:00Z",
    "/_aws-local/wishes/a?since=yesterday, 400, since must be a time",
    "/_aws-local/wishes/a?until=x, 400, There is no parameter until; there are since",
    "/_aws-local/wishes/none, 200, []",
    "/_aws-local/wishes, 405, /_aws-local/wishes takes POST",
    "/_aws-local/wishes/, 405, takes POST",
    "/_aws-local/wishes/a/b, 404, There is no /_aws-local/wishes/a/b",
    "/_aws-local/defect, 500, The log says why.",
    "/_aws-local/mediastore/x, 404, Not Found",
    "/_aws-localized, 404, Not Found"
  })
  void findsEndpointsByPath(String path, int status, String text) throws Exception {
    open(ControlAccess.LOOPBACK);
    assertThat(get(path)).startsWith("HTTP/1.1 " + status).contains(text).doesNotContain("secret");
  }

  @Test
  void anEndpointTakesThePlaceOfOneOfTheSamePath() throws Exception {
    open(ControlAccess.LOOPBACK);
    door.add(new Endpoint("GET", "/defect", "works", request -> ControlAnswer.done()));
    assertThat(get("/_aws-local/defect")).startsWith("HTTP/1.1 200").endsWith("{}");
  }

  @ParameterizedTest
  @CsvSource({
    "LOOPBACK, localhost:%d, , 200",
    "LOOPBACK, 127.0.0.1, , 200",
    "LOOPBACK, [::1]:%d, , 200",
    "LOOPBACK, localhost:%d, http://localhost:%d, 200",
    "LOOPBACK, rebound.example:%d, , 403",
    "LOOPBACK, rebound.example:%d, http://rebound.example:%d, 403",
    "LOOPBACK, localhost:%d, https://example.com, 403",
    "LOOPBACK, localhost:%d, null, 403",
    "OPEN, build-7:%d, , 200",
    "OPEN, localhost:%d, https://example.com, 403",
    "OFF, localhost:%d, , 403"
  })
  void letsInOnlyWhomItShould(ControlAccess access, String host, String origin, int status)
      throws Exception {
    open(access);
    String head = "Host: " + host.formatted(port) + "\r\n";
    if (origin != null) {
      head += "Origin: " + origin.formatted(port) + "\r\n";
    }
    assertThat(send("GET /_aws-local/wishes/1 HTTP/1.1\r\n" + head + "\r\n"))
        .startsWith("HTTP/1.1 " + status)
        .doesNotContain("Access-Control");
    assertThat(send("GET /_aws-local/nothing HTTP/1.1\r\n" + head + "\r\n"))
        .startsWith("HTTP/1.1 " + (status == 200 ? 404 : 403));
    assertThat(send("GET /_aws-local/open HTTP/1.1\r\n" + head + "\r\n"))
        .startsWith("HTTP/1.1 200");
  }

  private String get(String path) throws IOException {
    return send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }

  private String post(String path, String body) throws IOException {
    return send(
        "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(path, body.length(), body));
  }

  /** What comes back until the server has nothing more to say. */
  private String send(String request) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5000);
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
