package onair.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static onair.gateway.FakeAccounts.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.Unpooled;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Server-sent events on their way through. */
class StreamIT {
  private RunningGateway gateway;
  private Sinks.Many<String> events = Sinks.many().unicast().onBackpressureBuffer();
  private final AtomicBoolean left = new AtomicBoolean();

  @BeforeEach
  void streamWhatTheTestSays() {
    gateway = RunningGateway.fresh();
    gateway.accountService.answers(
        (asked, answer) ->
            asked.uri().startsWith("/v1/events")
                ? answer
                    .header("Content-Type", "text/event-stream")
                    .send(
                        Flux.concat(Mono.just(": hello\n\n"), events.asFlux())
                            .map(event -> Unpooled.copiedBuffer(event, UTF_8))
                            .doOnCancel(() -> left.set(true)),
                        each -> true)
                : gateway.accounts.answer(asked, answer));
  }

  @Test
  void passesEachEventOnWhenItComes() throws Exception {
    try (BufferedReader stream = open(KEY)) {
      assertThat(next(stream)).isEqualTo(": hello");
      events.tryEmitNext("id: 1\n\n").orThrow();
      assertThat(next(stream)).isEqualTo("id: 1");
      events.tryEmitNext("id: 2\n\n").orThrow();
      assertThat(next(stream)).isEqualTo("id: 2");
    }
  }

  @Test
  void keepsAStreamOpenThatIsQuietForLongerThanAnAnswerMayTake() throws Exception {
    try (BufferedReader stream = open(KEY)) {
      assertThat(next(stream)).isEqualTo(": hello");
      Mono.delay(RunningGateway.RESPONSE_TIMEOUT.plusSeconds(1))
          .subscribe(later -> events.tryEmitNext("id: 1\n\n"));
      assertThat(next(stream)).isEqualTo("id: 1");
    }
  }

  @Test
  void tellsTheServiceThatNobodyListensAnyMore() throws Exception {
    BufferedReader stream = open(KEY);
    next(stream);
    stream.close();

    await().until(left::get);
  }

  @Test
  void endsAStreamWhoseKeyWasRevoked() throws Exception {
    String key = gateway.accounts.newKey("listener");
    try (BufferedReader stream = open(key)) {
      next(stream);
      gateway.accounts.revoke(key);
      gateway.passes(Duration.ofSeconds(4));

      await().until(left::get);
      assertThat(stream.readAllAsString()).isBlank();
    }
  }

  private BufferedReader open(String key) throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        gateway
            .http()
            .send(
                gateway
                    .request(
                        "/v1/events/stream",
                        "Authorization",
                        "Bearer " + key,
                        "Accept",
                        "text/event-stream")
                    .build(),
                BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/event-stream");
    assertThat(answer.headers().allValues("Date")).as("pages reckon by it").hasSize(1);
    return new BufferedReader(new InputStreamReader(answer.body(), UTF_8));
  }

  private static String next(BufferedReader stream) throws IOException {
    String line = stream.readLine();
    while (line != null && line.isEmpty()) {
      line = stream.readLine();
    }
    return String.valueOf(line);
  }
}
