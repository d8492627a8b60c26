package onair.channel.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LineTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Optional<Duration> NOT_YET = Optional.of(Duration.ofMillis(5));

  private final Line line = new Line();

  @Test
  void theMostUrgentGoesFirstAndTheOthersAsTheyCame() throws Exception {
    var open = new AtomicBoolean();
    List<String> passed = new CopyOnWriteArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> waiting = new ArrayList<>();
      for (String call : List.of("look 1", "look 2", "change 1", "end 1", "change 2", "end 2")) {
        waiting.add(
            threads.submit(
                () ->
                    line.pass(
                        Urgency.valueOf(call.replaceAll(" .*", "").toUpperCase(Locale.ROOT)),
                        LONG,
                        () -> {
                          if (!open.get()) {
                            return NOT_YET;
                          }
                          passed.add(call);
                          return Optional.empty();
                        })));
        await().atMost(LONG).until(() -> line.length() == waiting.size());
      }
      open.set(true);
      for (Future<Boolean> call : waiting) {
        assertThat(call.get()).isTrue();
      }
    }
    assertThat(passed)
        .containsExactly("end 1", "end 2", "change 1", "change 2", "look 1", "look 2");
    assertThat(line.length()).isZero();
  }

  @Test
  void aWaitThatIsKnownToBeTooLongIsNotBegun() throws Exception {
    var asked = new AtomicInteger();

    boolean passed =
        line.pass(
            Urgency.LOOK,
            Duration.ofSeconds(5),
            () -> {
              asked.incrementAndGet();
              return Optional.of(Duration.ofSeconds(6));
            });

    assertThat(passed).isFalse();
    assertThat(asked).hasValue(1);
    assertThat(line.length()).isZero();
  }

  @Test
  void whoIsStoppedLeavesTheLine() throws Exception {
    Thread waiting =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    line.pass(Urgency.END, LONG, () -> Optional.of(Duration.ofSeconds(50)));
                  } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                  }
                });
    await().atMost(LONG).until(() -> line.length() == 1);

    waiting.interrupt();

    waiting.join(LONG);
    assertThat(line.length()).isZero();
  }
}
