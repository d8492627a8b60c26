package onair.common.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import onair.common.idempotency.IdempotencyConfiguration;
import onair.common.idempotency.Idempotent;
import onair.common.security.AnyCaller;
import onair.common.security.Caller;
import onair.common.security.ServiceSecurityConfiguration;
import onair.common.web.WebConfiguration;
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
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A service whose controllers forget whose rows they may show. */
@WithPostgres
@WithTokens
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.application.name=show-service",
      "spring.flyway.locations=classpath:db/common,classpath:db/tenancy",
      "spring.threads.virtual.enabled=true"
    })
class TenancyIT {

  private final int port;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  @Autowired
  TenancyIT(@LocalServerPort int port, JdbcClient jdbc, TransactionTemplate transactions) {
    this.port = port;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @BeforeEach
  void oneEpisodeOfEachOrganization() {
    jdbc.sql("delete from episode").update();
    jdbc.sql("insert into episode values ('org_1', 'first'), ('org_2', 'second')").update();
  }

  @Test
  void aControllerThatForgetsTheOrganizationShowsOnlyItsCallersRows() {
    assertThat(shown(member("org_1"))).containsExactly("first");
    assertThat(shown(member("org_2"))).containsExactly("second");
    assertThat(shown(member("org_3"))).isEmpty();
    assertThat(shown(new Caller("org_1", "key_1", Set.of(Caller.INTERNAL))))
        .as("a service that calls for an organization")
        .containsExactly("first");
  }

  @Test
  void whoIsOfNoOrganizationSeesNothingAndAServiceThatCallsForItselfSeesAll() {
    assertThat(shown(Caller.visitor())).isEmpty();
    assertThat(shown(new Caller("", "key_1", Set.of("*")))).isEmpty();
    assertThat(shown(new Caller("*", "key_1", Set.of("*")))).isEmpty();
    assertThat(shown(Caller.service("gateway-service")))
        .containsExactlyInAnyOrder("first", "second");
  }

  @Test
  void aThreadThatDoesNotSayWhatItWorksForSeesNothing() throws InterruptedException {
    var seen = new ArrayList<String>();
    Thread.ofVirtual().start(() -> seen.addAll(episodes())).join();
    assertThat(seen).isEmpty();

    Thread.ofVirtual().start(() -> Tenancy.runAs("org_2", () -> seen.addAll(episodes()))).join();
    assertThat(seen).containsExactly("second");
  }

  @Test
  void aRequestThatMakesARowOfAnotherOrganizationMakesNothing() {
    TestApi api = TestApi.at(port).as("show-service", member("org_1"));

    assertThat(api.post("/v1/episodes", "{\"organization_id\":\"org_2\"}").status()).isEqualTo(500);
    assertThat(api.post("/v1/episodes", "{\"organization_id\":\"org_1\"}").status()).isEqualTo(200);

    assertThat(episodes()).containsExactlyInAnyOrder("first", "second", "made");
    assertThat(shown(member("org_1"))).containsExactlyInAnyOrder("first", "made");
  }

  @Test
  void whatIsSeenMayChangeWithinATransactionAndIsAsBeforeAfterwards() {
    List<List<String>> seen =
        Tenancy.as(
            "org_1",
            () ->
                transactions.execute(
                    status ->
                        List.of(
                            episodes(),
                            Tenancy.asSystem(this::episodes),
                            Tenancy.as("org_2", this::episodes),
                            episodes())));

    assertThat(seen)
        .containsExactly(
            List.of("first"), List.of("first", "second"), List.of("second"), List.of("first"));
  }

  @Test
  void connectionsThatManyOrganizationsUseInTurnNeverShowOneTheOthersRows() throws Exception {
    int organizations = 12;
    for (int i = 3; i <= organizations; i++) {
      jdbc.sql("insert into episode values (:organization, :organization)")
          .param("organization", "org_" + i)
          .update();
    }
    var asked = new ArrayList<Callable<List<String>>>();
    for (int i = 0; i < 600; i++) {
      String organization = "org_" + (3 + i % (organizations - 2));
      boolean fails = i % 7 == 0;
      asked.add(() -> Tenancy.as(organization, () -> seenInATransaction(fails, organization)));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<List<String>> answer : threads.invokeAll(asked)) {
        assertThat(answer.get()).hasSize(2).containsOnly(answer.get().getFirst());
      }
    }
  }

  /** The organization, and what it sees; with a transaction undone before. */
  private List<String> seenInATransaction(boolean fails, String organization) {
    if (fails) {
      transactions.executeWithoutResult(
          status -> {
            episodes();
            status.setRollbackOnly();
          });
    }
    var seen = new ArrayList<>(episodes());
    seen.add(organization);
    return seen;
  }

  private List<String> episodes() {
    return jdbc.sql("select name from episode order by name").query(String.class).list();
  }

  private List<String> shown(Caller caller) {
    var reply = TestApi.at(port).as("show-service", caller).get("/v1/episodes");
    assertThat(reply.status()).isEqualTo(200);
    return reply.json().valueStream().map(name -> name.asString("")).toList();
  }

  private static Caller member(String organization) {
    return new Caller(organization, "mem_1", Set.of("*"));
  }

  record NewEpisode(String organizationId) {}

  @AnyCaller
  @RestController
  static class ForgetfulController {

    private final JdbcClient jdbc;

    ForgetfulController(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    @GetMapping("/v1/episodes")
    List<String> list() {
      return jdbc.sql("select name from episode").query(String.class).list();
    }

    @Idempotent
    @PostMapping("/v1/episodes")
    void create(@RequestBody NewEpisode episode) {
      jdbc.sql("insert into episode values (:organization, 'made')")
          .param("organization", episode.organizationId())
          .update();
    }
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import({
    WebConfiguration.class,
    ServiceSecurityConfiguration.class,
    IdempotencyConfiguration.class,
    ForgetfulController.class
  })
  static class App {}
}
