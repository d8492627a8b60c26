package onair.common.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.NotNull;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import onair.common.problem.Problem;
import onair.common.security.AnyCaller;
import onair.common.security.Caller;
import onair.common.security.ServiceSecurityConfiguration;
import onair.common.web.WebConfiguration;
import onair.test.SettableClock;
import onair.test.TestApi;
import onair.test.WithPostgres;
import onair.test.WithTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A service whose POST leaves a row behind. */
@WithPostgres
@WithTokens
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.application.name=show-service",
      "spring.flyway.locations=classpath:db/common,classpath:db/show",
      "spring.threads.virtual.enabled=true"
    })
class IdempotencyIT {

  private static final String SHOW = "{\"name\":\"Late\"}";

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private SettableClock clock;
  @Autowired private ShowController shows;

  @BeforeEach
  void forgetEverything() {
    jdbc.sql("delete from idempotent_reply").update();
    jdbc.sql("delete from show").update();
  }

  @Test
  void runsEachTimeWithoutAKey() {
    assertThat(without().text()).isNotEqualTo(without().text());
    assertThat(rows()).isEqualTo(2);
  }

  @Test
  void runsOnceUnderAKeyAndTellsTheSameAgain() {
    var first = key("a").post("/v1/shows", SHOW);
    var second = key("a").post("/v1/shows", SHOW);

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.bytes()).isEqualTo(first.bytes());
    assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
    assertThat(second.header("Idempotent-Replayed")).contains("true");
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void keepsKeysOfOrganizationsApart() {
    key("a").post("/v1/shows", SHOW);
    org("org_2").with("Idempotency-Key", "a").post("/v1/shows", SHOW);

    assertThat(rows()).isEqualTo(2);
  }

  @Test
  void refusesAnotherRequestUnderTheSameKey() {
    key("a").post("/v1/shows", SHOW);

    assertThat(key("a").post("/v1/shows", "{\"name\":\"Early\"}").code())
        .isEqualTo("idempotency_key_reused");
    assertThat(key("a").post("/v1/shows?x=1", SHOW).code()).isEqualTo("idempotency_key_reused");
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void forgetsAfterTwentyFourHours() {
    key("a").post("/v1/shows", SHOW);
    clock.advance(Duration.ofHours(24).minusSeconds(1));
    assertThat(key("a").post("/v1/shows", SHOW).header("Idempotent-Replayed")).isPresent();

    clock.advance(Duration.ofSeconds(1));

    assertThat(key("a").post("/v1/shows", SHOW).header("Idempotent-Replayed")).isEmpty();
    assertThat(rows()).isEqualTo(2);
  }

  @Test
  void removesWhatHasExpired() {
    for (int i = 0; i < 5; i++) {
      key("old" + i).post("/v1/shows", SHOW);
    }
    clock.advance(Duration.ofHours(25));

    key("new").post("/v1/shows", SHOW);

    assertThat(jdbc.sql("select count(*) from idempotent_reply").query(Long.class).single())
        .isEqualTo(1);
  }

  @Test
  void takesNoKeyThatIsEmptyOrLong() {
    assertThat(key("").post("/v1/shows", SHOW).violations())
        .containsExactly("Idempotency-Key size");
    assertThat(key("x".repeat(256)).post("/v1/shows", SHOW).violations())
        .containsExactly("Idempotency-Key size");
    assertThat(key("x".repeat(255)).post("/v1/shows", SHOW).status()).isEqualTo(201);
  }

  @Test
  void undoesAndForgetsWhatWasRefused() {
    assertThat(key("a").post("/v1/shows", "{\"name\":\"refused\"}").code())
        .isEqualTo("show_refused");
    assertThat(key("b").post("/v1/shows", "{\"name\":\"broken\"}").code())
        .isEqualTo("internal_error");
    assertThat(key("c").post("/v1/shows", "{}").code()).isEqualTo("validation_failed");
    assertThat(key("d").post("/v1/shows", "{").code()).isEqualTo("malformed_json");
    assertThat(rows()).isZero();

    assertThat(key("a").post("/v1/shows", SHOW).status()).as("the key is free").isEqualTo(201);
  }

  @Test
  void saysThatTheFirstOneIsStillRunning() throws Exception {
    shows.entered = new CountDownLatch(1);
    shows.goOn = new CountDownLatch(1);
    var first =
        CompletableFuture.supplyAsync(() -> key("a").post("/v1/shows", "{\"name\":\"slow\"}"));
    assertThat(shows.entered.await(10, TimeUnit.SECONDS)).isTrue();

    var second = key("a").post("/v1/shows", "{\"name\":\"slow\"}");
    shows.goOn.countDown();

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.code()).isEqualTo("idempotency_in_progress");
    assertThat(second.header("Retry-After")).contains("1");
    assertThat(first.get(10, TimeUnit.SECONDS).status()).isEqualTo(201);
  }

  @Test
  void keepsNothingReadable() {
    key("canary-key").post("/v1/shows", "{\"name\":\"canary-name\"}");

    assertThat(
            jdbc.sql(
                    "select string_agg(encode(id, 'escape') || encode(reply, 'escape'), '') from idempotent_reply")
                .query(String.class)
                .single())
        .doesNotContain("canary");
  }

  @Test
  void leavesOtherMethodsAlone() {
    assertThat(key("a").post("/v1/plain", "{}").status()).isEqualTo(200);
    assertThat(key("a").post("/v1/plain", "{ }").status()).isEqualTo(200);
    assertThat(key("a").post("/v1/nothing", "{}").status()).isEqualTo(404);
  }

  private TestApi.Reply without() {
    return org("org_1")
        .with("Content-Type", "application/json")
        .send("POST", "/v1/shows", BodyPublishers.ofString(SHOW));
  }

  private TestApi key(String key) {
    return org("org_1").with("Idempotency-Key", key);
  }

  private TestApi org(String organizationId) {
    return TestApi.at(port).as("show-service", new Caller(organizationId, "key_1", Set.of()));
  }

  private long rows() {
    return jdbc.sql("select count(*) from show").query(Long.class).single();
  }

  record NewShow(@NotNull String name) {}

  record Show(long id, String name) {}

  @AnyCaller
  @RestController
  static class ShowController {

    private final JdbcClient jdbc;
    private CountDownLatch entered = new CountDownLatch(1);
    private CountDownLatch goOn = new CountDownLatch(0);

    ShowController(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    @Idempotent
    @PostMapping("/v1/shows")
    @ResponseStatus(HttpStatus.CREATED)
    Show create(@RequestBody NewShow show) throws InterruptedException {
      long id =
          jdbc.sql("insert into show (name) values (?) returning id")
              .param(show.name())
              .query(Long.class)
              .single();
      switch (show.name()) {
        case "refused" -> throw Problem.of(409, "show_refused", "No");
        case "broken" -> throw new IllegalStateException("on purpose");
        case "slow" -> {
          entered.countDown();
          goOn.await(10, TimeUnit.SECONDS);
        }
        default -> {}
      }
      return new Show(id, show.name());
    }

    @PostMapping("/v1/plain")
    String plain(@RequestBody String body) {
      return body;
    }
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import({
    WebConfiguration.class,
    ServiceSecurityConfiguration.class,
    IdempotencyConfiguration.class,
    ShowController.class
  })
  static class App {

    @Bean
    SettableClock clock() {
      return SettableClock.create();
    }
  }
}
