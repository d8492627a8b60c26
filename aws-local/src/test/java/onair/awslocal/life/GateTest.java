package onair.awslocal.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class GateTest {

  private static final Executor THREADS = work -> Thread.ofVirtual().start(work);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Gate gate = new Gate();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);

  @Test
  void holdsWhenTheWorkThatIsGoingOnIsDone() throws Exception {
    CompletableFuture<Boolean> work = CompletableFuture.supplyAsync(this::work, THREADS);
    begun.await();
    assertThatThrownBy(() -> gate.hold(Duration.ofMillis(20), () -> "held"))
        .isInstanceOf(Gate.StillBusy.class);
    CompletableFuture<Boolean> held =
        CompletableFuture.supplyAsync(() -> gate.hold(PATIENCE, work::isDone), THREADS);
    go.countDown();
    assertThat(work.get()).isTrue();
    held.get();
  }

  @Test
  void letsNoWorkBeginWhileItIsHeld() throws Exception {
    Thread work = Thread.ofVirtual().unstarted(() -> gate.run(begun::countDown));
    gate.hold(
        PATIENCE,
        () -> {
          work.start();
          await().until(() -> work.getState() == Thread.State.WAITING);
          return begun;
        });
    begun.await();
    work.join();
  }

  @Test
  void isHeldWhileWorkWaitsOutsideWhichGoesOnInside() throws Exception {
    CompletableFuture<Boolean> work =
        CompletableFuture.supplyAsync(
            () -> gate.work(() -> gate.work(() -> gate.outside(this::waits))), THREADS);
    begun.await();
    assertThat(gate.<Boolean>hold(PATIENCE, work::isDone)).isFalse();
    go.countDown();
    assertThat(work.get()).isTrue();
  }

  private boolean work() {
    return gate.work(this::waits);
  }

  private boolean waits() {
    begun.countDown();
    try {
      go.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return true;
  }
}
