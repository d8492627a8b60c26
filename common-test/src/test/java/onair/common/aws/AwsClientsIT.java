package onair.common.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import onair.test.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The SDK over HTTP against a server that answers what the test says. */
class AwsClientsIT {

  private final List<Map<String, List<String>>> requests = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private HttpServer server = newServer();

  private static HttpServer newServer() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @BeforeEach
  void answer() {
    server.createContext(
        "/",
        exchange -> {
          requests.add(exchange.getRequestHeaders());
          byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void reachesTheOneEndpointSignedAndNamed() {
    try (var clients = clients("max-attempts=1")) {
      clients.create(SqsClient.builder()).listQueues();
    }

    assertThat(requests).hasSize(1);
    assertThat(requests.getFirst().get("Authorization").getFirst())
        .contains("Credential=akid/")
        .contains("/eu-north-1/sqs/");
    assertThat(requests.getFirst().get("User-agent").getFirst()).startsWith("onair/");
  }

  @Test
  void triesServerErrorsAgainAsOftenAsItMay() {
    status = 500;
    try (var clients = clients("max-attempts=3")) {
      SqsClient sqs = clients.create(SqsClient.builder());
      assertThatThrownBy(sqs::listQueues)
          .isInstanceOfSatisfying(
              SdkException.class,
              failure ->
                  assertThat(AwsFailures.classify(failure)).isEqualTo(AwsFailure.UNAVAILABLE));
    }

    assertThat(requests).hasSize(3);
  }

  @Test
  void callsAClosedPortUnavailable() {
    server.stop(0);
    try (var clients = clients("max-attempts=1")) {
      SqsClient sqs = clients.create(SqsClient.builder());
      assertThatThrownBy(sqs::listQueues)
          .isInstanceOfSatisfying(
              SdkException.class,
              failure ->
                  assertThat(AwsFailures.classify(failure)).isEqualTo(AwsFailure.UNAVAILABLE));
    }
  }

  private AwsClients clients(String setting) {
    return new AwsClients(
        Properties.of(AwsProperties.class)
            .bind(
                setting,
                "endpoint=http://127.0.0.1:" + server.getAddress().getPort(),
                "region=eu-north-1",
                "access-key-id=akid",
                "secret-access-key=secret"));
  }
}
