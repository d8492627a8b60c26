package onair.common.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** The real SDK over HTTP against a server that answers by script. */
class SingleAttemptTest {
  private final Deque<Integer> answers = new ArrayDeque<>();
  private int calls;
  private HttpServer server;
  private EventBridgeClient client;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          calls++;
          exchange.getRequestBody().readAllBytes();
          int status = answers.remove();
          var body =
              "{\"__type\":\"%s\"}".formatted(error(status)).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    var endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    client =
        new AwsClients(
                new AwsProperties(
                    endpoint,
                    "eu-west-1",
                    "000000000000",
                    "key",
                    "secret",
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(2),
                    3,
                    4))
            .create(EventBridgeClient.builder());
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  @Test
  void otherwiseTheSdkRepeatsWhatFailed() {
    answers.addAll(List.of(500, 200));

    client.createEventBus(bus -> bus.name("onair"));

    assertThat(calls).isEqualTo(2);
  }

  @Test
  void sendsACallOnceWhenItsAnswerIsAnError() {
    answers.addAll(List.of(500, 200));

    var failure = failureOf(() -> client.createEventBus(bus -> bus.name("onair")));

    assertThat(calls).isEqualTo(1);
    assertThat(AwsFailures.classify(failure)).isEqualTo(AwsFailure.UNAVAILABLE);
  }

  @Test
  void aRefusalOfTheOnlyAttemptIsDefinite() {
    answers.addAll(List.of(429, 200));

    var failure = failureOf(() -> client.createEventBus(bus -> bus.name("onair")));

    assertThat(AwsFailures.classify(failure)).isEqualTo(AwsFailure.THROTTLED);
    assertThat(failure.numAttempts()).isEqualTo(1);
  }

  @Test
  void aRefusalOfALaterAttemptTellsHowManyThereWere() {
    answers.addAll(List.of(500, 400));

    var failure =
        catchThrowableOfType(
            SdkException.class, () -> client.createEventBus(bus -> bus.name("onair")));

    assertThat(AwsFailures.classify(failure)).isEqualTo(AwsFailure.INVALID);
    assertThat(failure.numAttempts()).isEqualTo(2);
  }

  private static SdkException failureOf(Runnable call) {
    return catchThrowableOfType(
        SdkException.class,
        () ->
            SingleAttempt.of(
                () -> {
                  call.run();
                  return "done";
                }));
  }

  private static String error(int status) {
    return switch (status) {
      case 200 -> "";
      case 400 -> "ValidationException";
      case 429 -> "ThrottlingException";
      default -> "InternalException";
    };
  }
}
