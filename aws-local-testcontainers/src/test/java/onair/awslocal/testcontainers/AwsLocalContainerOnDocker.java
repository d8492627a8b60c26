package onair.awslocal.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import onair.awslocal.client.Fault;
import org.junit.jupiter.api.Test;

/**
 * The container itself. Not among the tests that always run, as it needs an engine and the image:
 *
 * <pre>{@code
 * docker build -t onair/aws-local -f deploy/aws-local.Dockerfile .
 * mvn -pl aws-local-testcontainers -am test -Dtest=AwsLocalContainerOnDocker -Dsurefire.failIfNoSpecifiedTests=false
 * }</pre>
 */
class AwsLocalContainerOnDocker {

  @Test
  void answersAtItsPortsAndIsControlledFromOutside() throws Exception {
    try (AwsLocalContainer aws = new AwsLocalContainer()) {
      aws.start();

      assertThat(get(aws.endpoint().resolve("/_aws-local/health")))
          .isEqualTo("{\"status\":\"up\"}");
      Instant frozen = aws.control().clock().freeze().now();
      assertThat(aws.control().clock().advance(Duration.ofHours(1)).now())
          .isEqualTo(frozen.plus(Duration.ofHours(1)));
      aws.control().faults().put(Fault.throttle("medialive", "ListChannels"));
      assertThat(aws.control().faults().list()).hasSize(1);
      for (URI address : new URI[] {aws.edge(), aws.ingest()}) {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
          assertThat(socket.isConnected()).isTrue();
        }
      }
    }
  }

  private static String get(URI address) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
