package onair.common.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import onair.common.id.Ids;
import onair.common.tenancy.Tenancy;
import onair.test.PostgresDatabase;
import onair.test.SettableClock;
import onair.test.WithPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.CreateEventBusRequest;
import software.amazon.awssdk.services.eventbridge.model.CreateEventBusResponse;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;
import software.amazon.awssdk.services.sqs.SqsClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The relay round by round on a real database, with an EventBridge that does what the test says.
 */
@WithPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutboxRelayIT {

  private final SettableClock clock = SettableClock.create();
  private final FakeEventBridge eventBridge = new FakeEventBridge();
  private JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource());
  private TransactionTemplate transactions = new TransactionTemplate();
  private Outbox outbox = new Outbox(jdbc, JsonMapper.shared(), () -> {});

  @BeforeAll
  void migrate(PostgresDatabase database) {
    DataSource dataSource = database.dataSource();
    database.migrate("classpath:db/common");
    jdbc = JdbcClient.create(dataSource);
    transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    outbox = new Outbox(jdbc, JsonMapper.shared(), () -> {});
  }

  @BeforeEach
  void empty() {
    Stream.of("outbox", "unconfirmed_event", "event_number")
        .forEach(table -> jdbc.sql("delete from " + table).update());
    eventBridge.reset();
    clock.set(Instant.parse("2026-01-31T12:00:00Z"));
  }

  @Test
  void keepsTheOrderOfEachResource() {
    publish("ch_1", "ch_2", "ch_1", "ch_1", "ch_2");

    drain(relay());

    assertThat(eventBridge.versionsOf("ch_1")).containsExactly(0L, 2L, 3L);
    assertThat(eventBridge.versionsOf("ch_2")).containsExactly(1L, 4L);
    assertThat(waiting()).isZero();
  }

  @Test
  void sendsOneEventOfAResourceAtATime() {
    publish("ch_1", "ch_1", "ch_2");

    relay().round();

    assertThat(eventBridge.batches).hasSize(1);
    assertThat(eventBridge.batches.getFirst()).hasSize(2);
  }

  @Test
  void losesNothingWhenAwsIsDown() {
    publish("ch_1", "ch_2");
    eventBridge.answer(
        request -> {
          throw SdkClientException.create("connection refused");
        });
    assertThatThrownBy(() -> relay().round()).isInstanceOf(SdkClientException.class);
    assertThat(waiting()).isEqualTo(2);

    eventBridge.reset();
    drain(relay());

    assertThat(waiting()).isZero();
    assertThat(eventBridge.sent).hasSize(2);
  }

  @Test
  void holdsUpOnlyTheResourceWhoseEventIsRefused() {
    publish("ch_bad", "ch_good", "ch_bad", "ch_good");
    eventBridge.refuse("ch_bad");

    relay().round();
    relay().round();

    assertThat(eventBridge.versionsOf("ch_good")).containsExactly(1L, 3L);
    assertThat(eventBridge.versionsOf("ch_bad")).isEmpty();
    assertThat(
            jdbc.sql("select attempts || ' ' || last_error from outbox order by seq limit 1")
                .query(String.class)
                .single())
        .isEqualTo("1 InternalFailure: not now");

    eventBridge.reset();
    relay().round();
    assertThat(eventBridge.sent).as("not due yet").isEmpty();
    clock.advance(Duration.ofSeconds(1));
    drain(relay());
    assertThat(eventBridge.versionsOf("ch_bad")).containsExactly(0L, 2L);
  }

  @Test
  void findsTheBadOneInABatchThatIsRefusedAsAWhole() {
    publish("ch_large", "ch_1", "ch_2");
    eventBridge.answer(
        request -> {
          if (request.entries().stream().anyMatch(entry -> entry.detail().contains("ch_large"))) {
            throw EventBridgeException.builder()
                .statusCode(400)
                .awsErrorDetails(
                    AwsErrorDetails.builder()
                        .errorCode("ValidationException")
                        .errorMessage("too large")
                        .build())
                .message("too large")
                .build();
          }
          return eventBridge.take(request);
        });

    relay().round();

    assertThat(eventBridge.versionsOf("ch_1")).containsExactly(1L);
    assertThat(eventBridge.versionsOf("ch_2")).containsExactly(2L);
    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  void doesNotTakeWhatAnotherInstanceIsSending() {
    publish("ch_1", "ch_2");
    OutboxRelay other = relay();
    var sentByOther = new ArrayList<Integer>();
    eventBridge.answer(
        request -> {
          if (sentByOther.isEmpty()) {
            sentByOther.add(0);
            publish("ch_1", "ch_3");
            CompletableFuture.supplyAsync(() -> Tenancy.asSystem(other::round)).join();
          }
          return eventBridge.take(request);
        });

    relay().round();

    assertThat(eventBridge.batches.get(0))
        .as("the other one, meanwhile")
        .extracting(entry -> entry.resources().getFirst())
        .containsExactly("show/ch_3");
    assertThat(eventBridge.versionsOf("ch_1"))
        .as("its second event waits for its first")
        .containsExactly(0L);
  }

  @Test
  void sendsAgainWhatWasSentBeforeACrash() {
    publish("ch_1");
    OutboxRelay relay = relay();
    eventBridge.answer(
        request -> {
          eventBridge.take(request);
          throw new IllegalStateException("the process ends here");
        });
    assertThatThrownBy(relay::round).isInstanceOf(IllegalStateException.class);

    eventBridge.answer(eventBridge::take);
    drain(relay());

    assertThat(eventBridge.versionsOf("ch_1")).containsExactly(0L, 0L);
    assertThat(eventBridge.sent.stream().map(PutEventsRequestEntry::detail).distinct())
        .as("with the same id")
        .hasSize(1);
  }

  @Test
  void numbersTheEventsOfEachResource() {
    publish("ch_1", "ch_2", "ch_1", "ch_1");

    drain(relay());

    assertThat(eventBridge.numbersOf("ch_1")).containsExactly(1L, 2L, 3L);
    assertThat(eventBridge.numbersOf("ch_2")).containsExactly(1L);
  }

  @Test
  void tellsAgainWhatNobodyConfirms() {
    publish("ch_1", "ch_2");
    drain(relay());
    unconfirmed().on(incoming(EventConfirmed.event("onair.show-service", idsOf("ch_1"), now())));
    unconfirmed().on(incoming(EventConfirmed.event("onair.other-service", idsOf("ch_2"), now())));

    clock.advance(Duration.ofMinutes(2));
    drain(relay());

    assertThat(eventBridge.numbersOf("ch_1")).containsExactly(1L);
    assertThat(eventBridge.numbersOf("ch_2")).containsExactly(1L, 1L);
    drain(relay());
    assertThat(eventBridge.numbersOf("ch_2")).as("not before the next pause is over").hasSize(2);
    clock.advance(Duration.ofMinutes(10));
    drain(relay());
    assertThat(eventBridge.numbersOf("ch_2")).hasSize(3);
  }

  @Test
  void tellsAllThatIsUnconfirmedToAKeeperOfEventsThatBeginsToListen() {
    publish("ch_1", "ch_2");
    drain(relay());

    unconfirmed().on(incoming(ServiceListening.event("another-service", false, now())));
    clock.advance(Duration.ofSeconds(10));
    drain(relay());
    assertThat(eventBridge.sent).hasSize(2);
    unconfirmed().on(incoming(ServiceListening.event("keeping-service", true, now())));
    clock.advance(Duration.ofSeconds(10));
    drain(relay());

    assertThat(eventBridge.numbersOf("ch_1")).containsExactly(1L, 1L);
    assertThat(eventBridge.numbersOf("ch_2")).containsExactly(1L, 1L);
  }

  @Test
  void givesUpWhatNobodyConfirmedForAsLongAsQueuesKeepMessages() {
    publish("ch_1");
    drain(relay());

    clock.advance(Duration.ofDays(14).plusSeconds(1));
    drain(relay());

    assertThat(eventBridge.sent).hasSize(1);
    assertThat(jdbc.sql("select count(*) from unconfirmed_event").query(Long.class).single())
        .isZero();
  }

  private UnconfirmedEvents unconfirmed() {
    return new UnconfirmedEvents(jdbc, "onair.show-service");
  }

  private Instant now() {
    return clock.instant();
  }

  private List<String> idsOf(String resourceId) {
    return eventBridge.detailsOf(resourceId).map(detail -> detail.path("id").asString()).toList();
  }

  private static IncomingEvent incoming(DomainEvent event) {
    return new IncomingEvent(
        event.id(),
        "onair.keeping-service",
        event.type(),
        event.createdAt(),
        List.of(),
        JsonMapper.shared().valueToTree(event));
  }

  private OutboxRelay relay() {
    var plumbing =
        new EventPlumbing(
            eventBridge,
            new NoSqs(),
            new EventProperties(
                "onair", Duration.ofSeconds(1), Duration.ZERO, Duration.ofSeconds(1), 1),
            "onair-test",
            JsonMapper.shared());
    return new OutboxRelay(
        new OutboxStore(jdbc),
        unconfirmed(),
        transactions,
        eventBridge,
        plumbing,
        "onair.show-service",
        Duration.ofSeconds(1),
        clock);
  }

  private static void drain(OutboxRelay relay) {
    while (relay.round().isZero()) {
      // Each round sends one batch.
    }
  }

  /** One event per name, in this order; the version is the place in the order. */
  private void publish(String... resourceIds) {
    var publishing =
        new TransactionTemplate(Objects.requireNonNull(transactions.getTransactionManager()));
    publishing.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    publishing.executeWithoutResult(
        transaction -> {
          for (int i = 0; i < resourceIds.length; i++) {
            outbox.publish(
                new DomainEvent(
                    Ids.next("evt"),
                    "show.live",
                    "org_1",
                    new DomainEvent.Resource("show", resourceIds[i], i),
                    Map.of(),
                    Instant.parse("2026-01-31T12:00:00Z")));
          }
        });
  }

  private long waiting() {
    return jdbc.sql("select count(*) from outbox").query(Long.class).single();
  }

  private static final class FakeEventBridge implements EventBridgeClient {

    private final List<PutEventsRequestEntry> sent = new ArrayList<>();
    private final List<List<PutEventsRequestEntry>> batches = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private Function<PutEventsRequest, PutEventsResponse> answer = this::take;

    void reset() {
      sent.clear();
      batches.clear();
      refused.clear();
      answer = this::take;
    }

    void answer(Function<PutEventsRequest, PutEventsResponse> answer) {
      this.answer = answer;
    }

    void refuse(String resourceId) {
      refused.add("show/" + resourceId);
    }

    List<Long> versionsOf(String resourceId) {
      return detailsOf(resourceId)
          .map(detail -> detail.path("resource").path("version").asLong())
          .toList();
    }

    List<Long> numbersOf(String resourceId) {
      return detailsOf(resourceId).map(detail -> detail.path("number").asLong()).toList();
    }

    Stream<JsonNode> detailsOf(String resourceId) {
      return sent.stream()
          .filter(entry -> entry.resources().contains("show/" + resourceId))
          .map(entry -> JsonMapper.shared().readTree(entry.detail()));
    }

    PutEventsResponse take(PutEventsRequest request) {
      batches.add(request.entries());
      var results = new ArrayList<PutEventsResultEntry>();
      for (PutEventsRequestEntry entry : request.entries()) {
        if (refused.contains(entry.resources().getFirst())) {
          results.add(
              PutEventsResultEntry.builder()
                  .errorCode("InternalFailure")
                  .errorMessage("not now")
                  .build());
        } else {
          sent.add(entry);
          results.add(PutEventsResultEntry.builder().eventId("1").build());
        }
      }
      return PutEventsResponse.builder().entries(results).build();
    }

    @Override
    public PutEventsResponse putEvents(PutEventsRequest request) {
      return answer.apply(request);
    }

    @Override
    public CreateEventBusResponse createEventBus(CreateEventBusRequest request) {
      return CreateEventBusResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return "events";
    }

    @Override
    public void close() {}
  }

  /** The relay needs no queue. */
  private static final class NoSqs implements SqsClient {

    @Override
    public String serviceName() {
      return "sqs";
    }

    @Override
    public void close() {}
  }
}
