package onair.common.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import onair.awslocal.junit.WithAwsLocal;
import onair.common.aws.AwsConfiguration;
import onair.common.id.Ids;
import onair.test.WithPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Events from one transaction to another, through a real database and EventBridge and SQS on this
 * machine.
 */
@WithPostgres
@WithAwsLocal
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {
      "spring.application.name=show-service",
      "spring.flyway.locations=classpath:db/common,classpath:db/effect",
      "spring.main.web-application-type=none",
      "onair.event.relay-interval=200ms",
      "onair.event.poll=1s",
      "onair.event.visibility=1s",
      "onair.event.max-receives=2"
    })
class EventIT {

  private static final Duration SOON = Duration.ofSeconds(20);

  @Autowired private Outbox outbox;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private JdbcClient jdbc;
  @Autowired private Heard heard;
  @Autowired private EventBridgeClient eventBridge;
  @Autowired private SqsClient sqs;

  @BeforeEach
  void listenAnew() {
    heard.clear();
  }

  @Test
  void arriveOnceTheirTransactionIsCommitted() {
    publish(event("ch_1", 1));

    await().atMost(SOON).untilAsserted(() -> assertThat(heard.of("ch_1")).hasSize(1));
    IncomingEvent event = heard.of("ch_1").getFirst();
    assertThat(event.source()).isEqualTo("onair.show-service");
    assertThat(event.detailType()).isEqualTo("show.live");
    assertThat(event.id()).startsWith("evt_");
    assertThat(event.detail().path("resource").path("version").asLong()).isEqualTo(1);
    assertThat(event.detail().path("data").path("name").asString()).isEqualTo("Late");
    assertThat(event.detail().path("organization_id").asString()).isEqualTo("org_1");
    assertThat(event.detail().path("created_at").asString()).isEqualTo("2026-01-31T12:00:00Z");
  }

  @Test
  void neverHappenedWhenTheirTransactionIsRolledBack() {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            transaction -> {
              outbox.publish(event("ch_undone", 1));
              transaction.setRollbackOnly();
            });
    publish(event("ch_done", 1));

    await().atMost(SOON).untilAsserted(() -> assertThat(heard.of("ch_done")).hasSize(1));
    assertThat(heard.of("ch_undone")).isEmpty();
  }

  @Test
  void needATransaction() {
    assertThatThrownBy(() -> outbox.publish(event("ch_1", 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("inside the transaction");
  }

  @Test
  void allArriveWhenThereAreMany() {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            transaction ->
                IntStream.range(0, 40).forEach(i -> outbox.publish(event("ch_many_" + i % 4, i))));

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(IntStream.range(0, 4).map(i -> heard.of("ch_many_" + i).size()).sum())
                    .isEqualTo(40));
    assertThat(jdbc.sql("select count(*) from outbox").query(Long.class).single()).isZero();
  }

  @Test
  void haveOneEffectHoweverOftenTheyCome() {
    DomainEvent event = event("ch_twice", 1);
    publish(event);
    await().atMost(SOON).untilAsserted(() -> assertThat(heard.of("ch_twice")).hasSize(1));

    publish(event);
    publish(event("ch_after", 1));

    await().atMost(SOON).untilAsserted(() -> assertThat(heard.of("ch_after")).hasSize(1));
    assertThat(heard.of("ch_twice")).hasSize(1);
  }

  @Test
  void comeAgainWhenAListenerFails() {
    heard.failNext("ch_again");

    publish(event("ch_again", 1));

    await().atMost(SOON).untilAsserted(() -> assertThat(heard.of("ch_again")).hasSize(1));
  }

  @Test
  void goToTheDeadLettersWhenTheyAlwaysFail() {
    heard.failAlways("ch_poison");
    publish(event("ch_poison", 1));
    publish(event("ch_fine", 1));

    await().atMost(SOON).untilAsserted(() -> assertThat(heard.of("ch_fine")).hasSize(1));
    String deadLetters =
        sqs.getQueueUrl(request -> request.queueName("onair-local-show-service-dead")).queueUrl();
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(
                        sqs.getQueueAttributes(
                                request ->
                                    request
                                        .queueUrl(deadLetters)
                                        .attributeNames(
                                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                            .attributes())
                    .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "1"));
    assertThat(
            jdbc.sql("select count(*) from effect where resource = 'ch_poison'")
                .query(Long.class)
                .single())
        .as("rolled back")
        .isZero();
  }

  @Test
  void goOnWhenTheQueueAndTheBusWereTakenAway() {
    publish(event("ch_before", 1));
    await().atMost(SOON).untilAsserted(() -> assertThat(heard.of("ch_before")).hasSize(1));
    String queue =
        sqs.getQueueUrl(request -> request.queueName("onair-local-show-service")).queueUrl();
    sqs.deleteQueue(request -> request.queueUrl(queue));
    await()
        .atMost(SOON)
        .until(
            () ->
                sqs.listQueues(request -> request.queueNamePrefix("onair-local-show-service"))
                    .queueUrls()
                    .contains(queue));

    publish(event("ch_later", 1));

    await().atMost(SOON).untilAsserted(() -> assertThat(heard.of("ch_later")).hasSize(1));
  }

  @Test
  void ofAwsServicesComeFromTheDefaultBus() {
    String rule =
        eventBridge
            .listRules(request -> request.eventBusName("default"))
            .rules()
            .getFirst()
            .eventPattern();

    assertThat(rule).isEqualTo("{\"source\":[\"aws.medialive\"]}");
  }

  private void publish(DomainEvent event) {
    new TransactionTemplate(transactions)
        .executeWithoutResult(transaction -> outbox.publish(event));
  }

  private static DomainEvent event(String resourceId, long version) {
    return new DomainEvent(
        Ids.next("evt"),
        "show.live",
        "org_1",
        new DomainEvent.Resource("show", resourceId, version),
        Map.of("name", "Late"),
        Instant.parse("2026-01-31T12:00:00Z"));
  }

  /** Remembers what came; its effect is a row. */
  static class Heard implements EventListener {

    private final JdbcClient jdbc;
    private final List<IncomingEvent> events = new CopyOnWriteArrayList<>();
    private final List<String> failOnce = new CopyOnWriteArrayList<>();
    private final List<String> failAlways = new CopyOnWriteArrayList<>();

    Heard(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    @Override
    public boolean accepts(String source, String detailType) {
      return source.startsWith("onair.");
    }

    @Override
    public Set<String> awsSources() {
      return Set.of("aws.medialive");
    }

    @Override
    public void on(IncomingEvent event) {
      String resource = event.detail().path("resource").path("id").asString();
      jdbc.sql("insert into effect values (?)").param(resource).update();
      if (failAlways.contains(resource) || failOnce.remove(resource)) {
        throw new IllegalStateException("The listener fails on purpose");
      }
      events.add(event);
    }

    List<IncomingEvent> of(String resource) {
      return new ArrayList<>(events)
          .stream()
              .filter(
                  event -> event.detail().path("resource").path("id").asString().equals(resource))
              .toList();
    }

    void failNext(String resource) {
      failOnce.add(resource);
    }

    void failAlways(String resource) {
      failAlways.add(resource);
    }

    void clear() {
      events.clear();
    }
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import({AwsConfiguration.class, EventConfiguration.class})
  static class App {

    @Bean
    Heard heard(JdbcClient jdbc) {
      return new Heard(jdbc);
    }
  }
}
