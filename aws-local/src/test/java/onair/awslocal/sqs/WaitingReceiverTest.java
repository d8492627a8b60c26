package onair.awslocal.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import onair.awslocal.MovableClock;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.life.LocalClock;
import onair.awslocal.resource.Scope;
import onair.awslocal.state.StateStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaitingReceiverTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final LocalClock clock = LocalClock.over(new MovableClock());
  private final Lifecycle lifecycle = Lifecycle.by(clock);
  private final AtomicReference<Thread> receiver = new AtomicReference<>();
  private StateStore store;
  private Queues queues;
  private QueueRow queue;

  @BeforeEach
  void makeAQueue() {
    store = new StateStore(folder);
    queues = new Queues(store, lifecycle);
    queue = queues.create(new Scope("000000000000", "eu-west-1"), "inbox", Map.of(), Map.of());
  }

  @AfterEach
  void close() {
    queues.close();
    lifecycle.close();
    store.close();
  }

  @Test
  void holdsUpNobodyWhoWantsAMomentInWhichNothingIsHalfDone() {
    CompletableFuture<List<MessageRow>> received = receive();
    String held = lifecycle.gate().hold(LONG, () -> "held");
    assertThat(held).isEqualTo("held");
    assertThat(received).isNotDone();
    send(Duration.ZERO);
    assertThat(received.join()).hasSize(1);
  }

  @Test
  void getsAMessageWhoseDelayIsOverWhenTheClockIsMoved() {
    clock.freeze();
    send(Duration.ofMinutes(5));
    CompletableFuture<List<MessageRow>> received = receive();
    clock.advance(Duration.ofMinutes(4));
    assertThat(received).isNotDone();
    clock.advance(Duration.ofMinutes(1));
    assertThat(received.join()).hasSize(1);
  }

  @Test
  void goesAwayWithoutAnythingWhenTheQueuesAreClosed() {
    CompletableFuture<List<MessageRow>> received = receive();
    queues.close();
    assertThat(received.join()).isEmpty();
  }

  /** Returns once it waits. */
  private CompletableFuture<List<MessageRow>> receive() {
    CompletableFuture<List<MessageRow>> received =
        CompletableFuture.supplyAsync(
            () ->
                lifecycle
                    .gate()
                    .work(
                        () -> {
                          receiver.set(Thread.currentThread());
                          return queues.receive(queue, 1, LONG, Duration.ofSeconds(30));
                        }),
            work -> Thread.ofPlatform().start(work));
    await()
        .until(
            () ->
                receiver.get() != null && receiver.get().getState() == Thread.State.TIMED_WAITING);
    return received;
  }

  private void send(Duration delay) {
    Instant now = clock.instant();
    queues
        .contents(queue)
        .send(
            new MessageRow(
                "1",
                queue.id(),
                "hello",
                Map.of(),
                null,
                "me",
                now,
                now.plus(delay),
                0,
                0,
                null,
                null));
  }
}
