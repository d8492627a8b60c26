package onair.common.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import onair.common.reconcile.CrashPoint;
import onair.common.security.Caller;
import onair.test.TestApi;
import onair.test.TestApi.Reply;
import onair.test.WithPostgres;
import onair.test.WithTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same request many times over, with crashes in between, and rehearsed. */
@WithPostgres
@WithTokens
@SpringBootTest(
    classes = PostOffice.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.application.name=post-office",
      "spring.flyway.locations=classpath:db/common,classpath:db/letter",
      "spring.threads.virtual.enabled=true"
    })
class RepetitionIT {

  private static final int CALLERS = 50;
  private static final int CRASHES = 5;
  private static final String LETTER = "{\"text\":\"Dear all\"}";

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;

  /** What a process that dies looks like from inside. */
  private static final class PlayedCrash extends Error {
    private static final long serialVersionUID = 1L;
  }

  @BeforeEach
  void forgetEverything() {
    jdbc.sql("delete from idempotent_reply").update();
    jdbc.sql("delete from letter").update();
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/letters, nowhere, 0",
    "/v1/letters, idempotency.kept, 5",
    "/v1/letters, idempotency.committed, 1",
    "/v1/parcels, parcel.weighed, 5",
    "/v1/parcels, idempotency.kept, 5",
    "/v1/parcels, idempotency.committed, 1"
  })
  void fiftyAtOnceHaveOneEffectAndGetTheSameBytes(String path, String point, int crashes)
      throws InterruptedException {
    var crashed = new AtomicInteger();
    var replies = new ConcurrentLinkedQueue<Reply>();
    try (var dying = CrashPoint.listen(passed -> crash(passed.equals(point), crashed));
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      callers.invokeAll(
          IntStream.range(0, CALLERS)
              .<Callable<Boolean>>mapToObj(one -> () -> replies.add(untilAnswered(path)))
              .toList());
    }

    assertThat(replies).hasSize(CALLERS);
    assertThat(replies).extracting(Reply::text).containsOnly(replies.element().text());
    assertThat(replies).filteredOn(reply -> reply.header("ETag").isEmpty()).isEmpty();
    assertThat(letters()).isEqualTo(1);
    assertThat(Math.min(crashed.get(), CRASHES)).isEqualTo(crashes);
  }

  private static void crash(boolean here, AtomicInteger crashed) {
    if (here && crashed.incrementAndGet() <= CRASHES) {
      throw new PlayedCrash();
    }
  }

  /** As a client should: the same again while it is busy or broken. */
  private Reply untilAnswered(String path) {
    var keyed = clerk().with("Idempotency-Key", "the one");
    return await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .ignoreException(UncheckedIOException.class)
        .until(() -> keyed.post(path, LETTER), reply -> reply.status() == 201);
  }

  @Test
  void whatCostsMoneyIsNotDoneWithoutAKey() {
    Reply refused =
        clerk()
            .with("Content-Type", "application/json")
            .send("POST", "/v1/letters", BodyPublishers.ofString(LETTER));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("idempotency_key_required");
    assertThat(letters()).isZero();
  }

  @Test
  void aRehearsalNeedsNoKeyAndUsesNone() {
    Reply plan =
        clerk()
            .with("Content-Type", "application/json")
            .send("POST", "/v1/letters?dry_run=true", BodyPublishers.ofString(LETTER));
    var keyed = clerk().with("Idempotency-Key", "k");

    assertThat(plan.status()).isEqualTo(200);
    assertThat(plan.json().at("/resources/0/kind").asString()).isEqualTo("letter");
    assertThat(keyed.post("/v1/letters?dry_run=true", LETTER).header("Location")).isEmpty();
    assertThat(letters()).isZero();
    assertThat(keyed.post("/v1/letters", LETTER).status()).isEqualTo(201);
    assertThat(letters()).isEqualTo(1);
  }

  @Test
  void whatCannotBeRehearsedIsNotDoneInstead() {
    assertThat(clerk().post("/v1/parcels?dry_run=true", LETTER).violations())
        .containsExactly("dry_run unsupported");
    assertThat(letters()).isZero();
  }

  @Test
  void aReplyIsToldAgainOnlyToWhoCouldHaveAsked() {
    clerk().with("Idempotency-Key", "k").post("/v1/letters", LETTER);

    Reply other = caller().with("Idempotency-Key", "k").post("/v1/letters", LETTER);

    assertThat(other.status()).isEqualTo(403);
    assertThat(other.code()).isEqualTo("scope_missing");
  }

  @Test
  void aChangeOfWhatOthersHaveChangedIsRefused() {
    Reply sent = clerk().post("/v1/letters", LETTER);
    String path = sent.header("Location").orElseThrow();
    var seen = clerk().with("If-Match", sent.header("ETag").orElseThrow());

    assertThat(seen.patch(path, "{\"text\":\"Dear you\"}").header("ETag")).contains("\"2\"");
    assertThat(seen.patch(path, "{\"text\":\"Dear me\"}").code()).isEqualTo("precondition_failed");
    assertThat(clerk().get(path).json().path("text").asString()).isEqualTo("Dear you");
  }

  @Test
  void everythingThatIsReadHasATag() {
    String path = clerk().post("/v1/letters", LETTER).header("Location").orElseThrow();

    for (String read : List.of(path, "/v1/alphabet")) {
      String tag = clerk().get(read).header("ETag").orElseThrow();
      assertThat(clerk().with("If-None-Match", tag).get(read).status()).isEqualTo(304);
      assertThat(clerk().with("If-None-Match", "\"x\"").get(read).status()).isEqualTo(200);
    }
  }

  private TestApi clerk() {
    return as(Set.of("letters:write"));
  }

  private TestApi caller() {
    return as(Set.of());
  }

  private TestApi as(Set<String> scopes) {
    return TestApi.at(port).as("post-office", new Caller("org_1", "key_1", scopes));
  }

  private long letters() {
    return jdbc.sql("select count(*) from letter").query(Long.class).single();
  }
}
