package onair.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private HttpServer health;

  @BeforeEach
  void answerHealth() throws IOException {
    health = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    health.createContext("/health", exchange -> exchange.sendResponseHeaders(200, -1));
    health.start();
  }

  @AfterEach
  void stopAnswering() {
    health.stop(0);
  }

  @Test
  void startsAKilledServiceAgainAndSaysSo() throws InterruptedException {
    ServiceProcess service = service(List.of("sleep", "600"), "/health");
    service.start();
    service.awaitReady(Duration.ofSeconds(10));
    long first = service.status().pid();

    ProcessHandle.of(first).orElseThrow().destroyForcibly();

    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> service.status().pid() != 0 && service.status().pid() != first);
    assertThat(service.status().restarts()).isEqualTo(1);
    assertThat(shown.toString(StandardCharsets.UTF_8)).contains("sleeper ended with code");
    service.stop();
    assertThat(service.status().pid()).isZero();
    assertThat(service.status().state()).isEqualTo("stopped");
  }

  @Test
  void showsTheEndOfTheLogWhenAServiceNeverBecomesHealthy() {
    ServiceProcess service = service(List.of("sh", "-c", "echo the reason; sleep 600"), "/nothing");
    service.start();
    try {
      await().until(() -> service.status().pid() != 0);
      assertThatThrownBy(() -> service.awaitReady(Duration.ofSeconds(1)))
          .isInstanceOf(LauncherException.class)
          .hasMessageContaining("sleeper did not become healthy")
          .hasMessageContaining("the reason");
    } finally {
      stop(service);
    }
  }

  private static void stop(ServiceProcess service) {
    try {
      service.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ServiceProcess service(List<String> command, String path) {
    URI url = URI.create("http://127.0.0.1:" + health.getAddress().getPort() + path);
    return new ServiceProcess(
        new ServiceSpec("sleeper", command, Map.of(), url),
        folder.resolve("sleeper.log"),
        new Progress(new PrintStream(shown, true, StandardCharsets.UTF_8)),
        HttpClient.newHttpClient());
  }
}
