package onair.account.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import onair.account.event.EventFeed;
import onair.common.event.EventLoop;
import onair.test.Receiver;
import onair.test.TestApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import tools.jackson.databind.JsonNode;

/** The log and its deliveries grow old; the clock is moved. */
class RetentionIT extends WebhookIT {

  @Autowired
  @Qualifier("eventRetentionLoop")
  private EventLoop events;

  @Autowired
  @Qualifier("webhookRetentionLoop")
  private EventLoop deliveries;

  private Instant began = Instant.EPOCH;

  @BeforeEach
  void remember() {
    began = clock.instant();
  }

  @AfterEach
  void goBack() {
    clock.set(began);
  }

  @Test
  void forgetsDeliveriesAMonthAfterTheirEndAndNoneThatWait() {
    JsonNode webhook = create();
    receiver.answers(
        message ->
            message.resource().equals("ch_1") ? Receiver.Answer.of(200) : Receiver.Answer.of(500));
    happens("ch_1", 1);
    happens("ch_2", 1);
    soon(() -> assertThat(statuses(webhook)).containsExactlyInAnyOrder("succeeded", "pending"));
    api().patch(path(webhook), "{\"status\":\"disabled\"}");

    clock.advance(Duration.ofDays(30).minusMinutes(1));
    deliveries.wake();
    events.wake();
    settle();
    assertThat(statuses(webhook)).hasSize(2);
    clock.advance(Duration.ofMinutes(2));
    deliveries.wake();

    soon(() -> assertThat(statuses(webhook)).containsExactly("pending"));
  }

  @Test
  void forgetsTheOldestEventsAndTellsWhoeverWouldMissThem() {
    happens("ch_1", 1);
    happens("ch_1", 2);
    happensLater("ch_1", 3);
    happens("ch_2", 1);
    growOld();

    soon(() -> assertThat(sequences("/v1/events")).containsExactly(3L, 4L));
    assertThat(sequences("/v1/events?after=2")).containsExactly(3L, 4L);
    assertThat(api().get("/v1/events?after=1").violations()).containsExactly("after out_of_range");
    assertThat(api().get("/v1/events/stream?after=0").violations())
        .containsExactly("after out_of_range");
    TestApi reader = api().with("Last-Event-ID", "1");
    assertThat(reader.get("/v1/events/stream").violations())
        .containsExactly("Last-Event-ID out_of_range");
    JsonNode webhook = create();
    assertThat(api().post(path(webhook) + "/replay", "{\"after\":1}").violations())
        .containsExactly("after out_of_range");

    api().post(path(webhook) + "/replay", "{\"after\":2}");
    soon(() -> assertThat(receiver.sequences()).containsExactlyInAnyOrder(3L, 4L));
    happens("ch_2", 2);
    soon(() -> assertThat(receiver.sequences()).containsExactlyInAnyOrder(3L, 4L, 5L));
  }

  @Test
  void givesUpWhatWaitsToBeSentWhenItsEventIsForgottenAndSendsWhatIsBehindIt() {
    JsonNode webhook = create();
    receiver.answers(500);
    happens("ch_1", 1);
    happensLater("ch_1", 2);
    soon(() -> assertThat(deliveries(webhook)).hasSize(2));
    soon(() -> assertThat(receiver.all()).hasSize(1));
    settle();
    api().patch(path(webhook), "{\"status\":\"disabled\"}");
    receiver.answers(200);
    growOld();

    soon(
        () -> {
          deliveries.wake();
          assertThat(statuses(webhook)).containsExactly("cancelled", "pending");
        });
    api().patch(path(webhook), "{\"status\":\"enabled\"}");

    soon(() -> assertThat(receiver.sequences()).containsExactly(2L));
  }

  /** So that what happened at first is too old, and what happened later is not. */
  private void growOld() {
    clock.set(EventFeed.THEN.plus(Duration.ofDays(401)));
    events.wake();
  }

  /** A year later, for the event's own time. */
  private void happensLater(String channel, long number) {
    feed.deliver(
        EventFeed.channel(
            organization,
            number,
            "channel.updated",
            channel,
            EventFeed.THEN.plus(Duration.ofDays(300))));
  }

  private List<Long> sequences(String path) {
    return api()
        .get(path)
        .json()
        .path("data")
        .valueStream()
        .map(event -> event.path("sequence").asLong())
        .toList();
  }
}
