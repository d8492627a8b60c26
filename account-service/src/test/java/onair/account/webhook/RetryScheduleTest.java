package onair.account.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

  /** Adds nothing at random. */
  private static final RandomGenerator LEAST = () -> 0;

  @Test
  void triesTenTimesOverMoreThanThreeDays() {
    var schedule = new RetrySchedule(LEAST);
    Duration all =
        IntStream.range(1, 10)
            .mapToObj(tries -> schedule.after(tries, Duration.ZERO).orElseThrow())
            .reduce(Duration.ZERO, Duration::plus);

    assertThat(all).isEqualTo(Duration.ofHours(75).plusMinutes(35).plusSeconds(5));
    assertThat(schedule.after(10, Duration.ZERO)).isEmpty();
  }

  @Test
  void addsUpToATenthAtRandom() {
    var schedule = new RetrySchedule(new Random(1));
    var pauses =
        IntStream.range(0, 100).mapToObj(i -> schedule.after(2, Duration.ZERO).orElseThrow());

    assertThat(pauses)
        .allSatisfy(
            pause -> assertThat(pause).isBetween(Duration.ofMinutes(5), Duration.ofSeconds(330)))
        .doesNotHaveDuplicates();
  }

  @Test
  void waitsAsLongAsAskedButNotForEver() {
    var schedule = new RetrySchedule(LEAST);

    assertThat(schedule.after(1, Duration.ofHours(2))).contains(Duration.ofHours(2));
    assertThat(schedule.after(1, Duration.ofSeconds(1))).contains(Duration.ofSeconds(5));
    assertThat(schedule.after(1, Duration.ofDays(900))).contains(Duration.ofHours(24));
    assertThat(schedule.after(10, Duration.ofHours(2))).isEmpty();
  }
}
