package onair.awslocal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import onair.awslocal.control.ControlAccess;
import onair.awslocal.control.ControlDoor;
import onair.awslocal.origin.OriginDirectory;
import onair.awslocal.origin.OriginRequest;
import onair.awslocal.origin.OriginResponse;
import org.eclipse.jetty.server.Handler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests to the API's port that name an origin's host. */
class OriginHostTest {

  private static final String HOST = "abc.egress.def.mediapackagev2.eu-west-1.amazonaws.com";

  private final OriginDirectory origins = new OriginDirectory();
  private final AtomicReference<OriginRequest> seen = new AtomicReference<>();
  private ApiServer server;

  @BeforeEach
  void start() {
    ControlDoor door = new ControlDoor(ControlAccess.LOOPBACK, "127.0.0.1", Set.of());
    door.add(HealthEndpoint.of(() -> false));
    server =
        new ApiServer("127.0.0.1", 0, new Handler.Sequence(door, new OriginHostHandler(origins)));
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void areAnonymousWhateverTheyCarry() throws IOException {
    origins.register(
        HOST,
        request -> {
          seen.set(request);
          return OriginResponse.refusal(403, "not yours");
        });
    String answer = get("/out/v1/g/c/e/index.m3u8?aws.sessionId=1&aws.sessionId=2&x=%2F", HOST);
    assertThat(answer).startsWith("HTTP/1.1 403 ").contains("no-store").endsWith("not yours");
    assertThat(seen.get().principal()).isNull();
    assertThat(seen.get().path()).isEqualTo("/out/v1/g/c/e/index.m3u8");
    assertThat(seen.get().query()).isEqualTo(java.util.Map.of("aws.sessionId", "1", "x", "/"));
  }

  @Test
  void canBeCachedAsLongAsTheOriginSays() throws IOException {
    origins.register(
        HOST,
        request ->
            new OriginResponse(
                200, "video/mp4", Duration.ofSeconds(9), "bytes".getBytes(StandardCharsets.UTF_8)));
    assertThat(get("/x", HOST.toUpperCase(java.util.Locale.ROOT) + ":4566"))
        .startsWith("HTTP/1.1 200 ")
        .contains("Content-Type: video/mp4", "Cache-Control: max-age=9")
        .endsWith("bytes");
  }

  @Test
  void areNobodysWhenTheHostIsNoOrigin() throws IOException {
    assertThat(get("/x", "example.com")).startsWith("HTTP/1.1 404 ").doesNotContain("Jetty");
    assertThat(get("/_aws-local/health", "example.com"))
        .startsWith("HTTP/1.1 503 ")
        .endsWith("{\"status\":\"starting\"}");
  }

  private String get(String path, String host) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(10_000);
      String request =
          "GET %s HTTP/1.1\r\nHost: %s\r\nAuthorization: AWS4-HMAC-SHA256 x\r\nConnection: close\r\n\r\n"
              .formatted(path, host);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
