package onair.account.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import onair.common.reconcile.CrashPoint;
import onair.test.Receiver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Deliveries whose process dies at any point of them, again and again. */
class WebhookCrashIT extends WebhookIT {

  private static final int CRASHES = 20;

  @ParameterizedTest
  @ValueSource(strings = {"webhook claimed", "webhook sent", "webhook concluding"})
  void loseNothingAndKeepTheOrderOfEachResource(String point) {
    JsonNode webhook = create();
    var random = new Random(point.hashCode());
    var crashes = new AtomicInteger();
    Set<Thread> senders = ConcurrentHashMap.newKeySet();
    try (var listening =
        CrashPoint.listen(
            passed -> {
              if (passed.startsWith("webhook ")) {
                senders.add(Thread.currentThread());
              }
              if (passed.equals(point)
                  && random.nextBoolean()
                  && crashes.incrementAndGet() <= CRASHES) {
                throw new Died();
              }
            })) {
      assertThat(listening).isNotNull();
      for (long number = 1; number <= 10; number++) {
        for (int channel = 0; channel < 4; channel++) {
          happens("ch_" + channel, number);
        }
      }
      soon(() -> assertThat(deliveries(webhook)).hasSize(40));
      while (!statuses(webhook).stream().allMatch("succeeded"::equals)) {
        clock.advance(Duration.ofSeconds(31)); // the dead one's turn is over
        soonIdle(webhook);
        // Of those who live, nobody's turn may be over.
        soon(() -> assertThat(senders).noneMatch(Thread::isAlive));
      }
    }

    assertThat(crashes.get()).isGreaterThanOrEqualTo(CRASHES);
    assertThat(new LinkedHashSet<>(receiver.sequences()))
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 40).boxed().toList());
    for (int channel = 0; channel < 4; channel++) {
      assertThat(told("ch_" + channel)).as("each again at most, none out of turn").isSorted();
    }
  }

  private List<Long> told(String channel) {
    return receiver.taken().stream()
        .filter(message -> message.resource().equals(channel))
        .map(Receiver.Message::sequence)
        .toList();
  }

  /** Nothing can be sent before the clock is moved. */
  private void soonIdle(JsonNode webhook) {
    soon(
        () -> {
          var due = new ArrayList<String>();
          for (JsonNode delivery : deliveries(webhook)) {
            String next = delivery.path("next_try_at").asString("");
            if (!next.isEmpty() && !Instant.parse(next).isAfter(clock.instant())) {
              due.add(next);
            }
          }
          assertThat(due).isEmpty();
        });
  }

  /** The end of the process. */
  private static final class Died extends Error {

    private static final long serialVersionUID = 1L;
  }
}
