package onair.account.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import onair.account.AccountIT;
import onair.common.id.Ids;
import onair.common.security.Caller;
import onair.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** The log as a stream, over HTTP. */
@TestPropertySource(properties = "onair.account.event-stream.heartbeat=100ms")
class EventStreamIT extends AccountIT {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration SOON = Duration.ofSeconds(20);

  @Autowired private EventIntake intake;
  @Autowired private PlatformTransactionManager transactions;
  @LocalServerPort private int port;

  private final String organization = Ids.next("org");
  private EventFeed feed;

  @BeforeEach
  void connect() {
    feed = new EventFeed(intake, transactions);
    feed.deliver(
        EventFeed.channel(organization, 1, "channel.created", "ch_1"),
        EventFeed.channel(organization, 2, "channel.live", "ch_1"));
  }

  @Test
  void tellsWhatHappensFromNowOn() {
    try (var stream = open("")) {
      await().atMost(SOON).until(() -> stream.lines.contains(": still here"));
      feed.deliver(EventFeed.channel(organization, 3, "channel.idle", "ch_1"));

      await().atMost(SOON).untilAsserted(() -> assertThat(stream.ids()).containsExactly("3"));
      assertThat(stream.type).startsWith("text/event-stream");
      assertThat(stream.lines).contains("retry: 1000", "event: channel.idle");
      assertThat(stream.lines)
          .anyMatch(line -> line.startsWith("data: {\"id\":\"evt_") && line.contains("\"idle\""));
    }
  }

  @Test
  void goesOnBehindTheLastOneSeen() {
    try (var stream = open("", "Last-Event-ID", "1")) {
      await().atMost(SOON).untilAsserted(() -> assertThat(stream.ids()).containsExactly("2"));
    }
    try (var stream = open("?after=0")) {
      await().atMost(SOON).untilAsserted(() -> assertThat(stream.ids()).containsExactly("1", "2"));
    }
  }

  @Test
  void tellsWhatAnotherInstanceHasWritten() {
    try (var stream = open("?after=2")) {
      await().atMost(SOON).until(() -> stream.lines.contains(": still here"));
      var elsewhere = new EventBell(new EventStore(jdbc));
      var other =
          new EventIntake(
              new OrderStore(jdbc),
              new EventStore(jdbc),
              new ReceiptStore(jdbc),
              elsewhere,
              JsonMapper.shared(),
              clock);
      new EventFeed(other, transactions)
          .deliver(EventFeed.channel(organization, 3, "channel.idle", "ch_1"));

      await().atMost(SOON).untilAsserted(() -> assertThat(stream.ids()).containsExactly("3"));
    }
  }

  @Test
  void endsWhenItIsOldEnough() {
    try (var stream = open("?after=2")) {
      await().atMost(SOON).until(() -> stream.lines.contains(": still here"));
      clock.advance(Duration.ofMinutes(5));

      await().atMost(SOON).until(() -> !stream.reader.isAlive());
    }
  }

  @Test
  void holdsNoConnectionToTheDatabase() {
    List<EventStream> streams =
        Stream.generate(() -> open("?after=2")).limit(12).toList(); // the pool has 8
    try {
      feed.deliver(EventFeed.channel(organization, 3, "channel.idle", "ch_1"));

      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(streams)
                      .allSatisfy(stream -> assertThat(stream.ids()).containsExactly("3")));
    } finally {
      streams.forEach(EventStream::close);
    }
  }

  private EventStream open(String query, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/events/stream" + query))
            .header(
                "Authorization",
                "Bearer "
                    + TestTokens.shared()
                        .sign(
                            "account-service",
                            new Caller(organization, "key_1", Set.of("events:read"))));
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<Stream<String>> reply =
        HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines())
            .orTimeout(20, TimeUnit.SECONDS)
            .join();
    assertThat(reply.statusCode()).isEqualTo(200);
    return new EventStream(reply);
  }

  /** Reads until closed. */
  private static final class EventStream implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final HttpResponse<Stream<String>> reply;
    private final Thread reader;
    private final String type;

    EventStream(HttpResponse<Stream<String>> reply) {
      this.reply = reply;
      this.type = reply.headers().firstValue("Content-Type").orElse("");
      this.reader = Thread.ofVirtual().unstarted(() -> reply.body().forEach(lines::add));
      reader.setUncaughtExceptionHandler((thread, closed) -> {});
      reader.start();
    }

    List<String> ids() {
      return lines.stream()
          .filter(line -> line.startsWith("id: "))
          .map(line -> line.substring(4))
          .toList();
    }

    @Override
    public void close() {
      reply.body().close();
    }
  }
}
