package onair.awslocal.media.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestartPauseTest {

  private Instant now = Instant.parse("2026-11-22T08:00:00Z");
  private final RestartPause pause = new RestartPause(() -> now);

  @Test
  void growsWithEachQuickFailureUpToHalfAMinute() {
    assertThat(pause.isOver()).isTrue();
    for (int seconds : new int[] {1, 2, 4, 8, 16, 30, 30}) {
      fail(Duration.ofSeconds(2));
      pass(Duration.ofSeconds(seconds).minusMillis(1));
      assertThat(pause.isOver()).isFalse();
      pass(Duration.ofMillis(1));
      assertThat(pause.isOver()).isTrue();
    }
  }

  @Test
  void isShortAgainAfterAGoodLife() {
    fail(Duration.ofSeconds(2));
    fail(Duration.ofSeconds(2));
    fail(Duration.ofMinutes(2));

    pass(Duration.ofSeconds(1));
    assertThat(pause.isOver()).isTrue();
  }

  @Test
  void isOverWhenAnotherSourceComes() {
    fail(Duration.ofSeconds(2));

    pause.reset();

    assertThat(pause.isOver()).isTrue();
  }

  private void fail(Duration lifetime) {
    pause.started();
    pass(lifetime);
    pause.failed();
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }
}
