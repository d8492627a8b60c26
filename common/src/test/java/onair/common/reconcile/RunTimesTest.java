package onair.common.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RunTimesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

  private final RunTimes times = new RunTimes(Defaults.properties(), always(0));

  private static RandomGenerator always(double value) {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        return 0;
      }

      @Override
      public double nextDouble() {
        return value;
      }
    };
  }

  private Duration after(Outcome outcome, int failures) {
    return Duration.between(NOW, times.next(outcome, failures, null, NOW));
  }

  @Test
  void whatIsSettledIsRecheckedWhenItAsksForIt() {
    assertThat(after(new Outcome.Settled(Duration.ofMinutes(1)), 1)).hasMinutes(1);
  }

  @Test
  void whatWaitsIsRunWhenItAsksForItButNeverInALoop() {
    assertThat(after(new Outcome.Waiting("it starts", Duration.ofSeconds(3)), 1)).hasSeconds(3);
    assertThat(after(new Outcome.Waiting("it starts", Duration.ofSeconds(-3)), 1)).hasMillis(200);
  }

  @Test
  void whatFailsIsTriedLessAndLessOftenUpToAMinute() {
    var failed = new Outcome.Failed("no answer", Duration.ofSeconds(2));

    assertThat(after(failed, 1)).hasSeconds(2);
    assertThat(after(failed, 2)).hasSeconds(4);
    assertThat(after(failed, 5)).hasSeconds(32);
    assertThat(after(failed, 6)).hasMinutes(1);
    assertThat(after(failed, 1_000_000)).hasMinutes(1);
  }

  @Test
  void aFailureThatAsksForMorePatienceGetsIt() {
    assertThat(after(new Outcome.Failed("quota", Duration.ofMinutes(5)), 9)).hasMinutes(5);
  }

  @Test
  void whatIsBlockedIsLookedAtRarely() {
    assertThat(after(new Outcome.Blocked("no such ladder"), 1)).hasMinutes(10);
  }

  @Test
  void ownersDoNotRunInStep() {
    var late = new RunTimes(Defaults.properties(), always(1));

    assertThat(late.next(new Outcome.Settled(Duration.ofMinutes(1)), 1, null, NOW))
        .isEqualTo(NOW.plusSeconds(72));
  }

  @Test
  void theEndOfADoubtIsARunWhateverTheOutcome() {
    var settled = new Outcome.Settled(Duration.ofHours(1));

    assertThat(times.next(settled, 1, NOW.plusSeconds(40), NOW)).isEqualTo(NOW.plusSeconds(40));
    assertThat(
            times.next(
                new Outcome.Waiting("x", Duration.ofSeconds(5)), 1, NOW.plusSeconds(40), NOW))
        .isEqualTo(NOW.plusSeconds(5));
  }

  @Test
  void aDoubtThatShouldHaveEndedIsWorkedOnEveryTenSeconds() {
    assertThat(times.next(new Outcome.Settled(Duration.ofHours(1)), 1, NOW.minusSeconds(5), NOW))
        .isEqualTo(NOW.plusSeconds(10));
  }
}
