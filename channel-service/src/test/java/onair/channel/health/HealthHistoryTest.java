package onair.channel.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import onair.channel.health.EncoderMetrics.Pipeline;
import onair.channel.health.HistoryResponse.Point;
import onair.test.SettableClock;
import org.junit.jupiter.api.Test;

class HealthHistoryTest {

  private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  private final SettableClock clock = SettableClock.at(NOW);
  private final Encoders aws = new Encoders();
  private final HealthHistory history = new HealthHistory(aws, clock);

  /** Measures each encoder every ten seconds, and writes down what it is asked. */
  private static final class Encoders implements EncoderMetrics {
    private final List<String> asked = new ArrayList<>();

    @Override
    public List<Pipeline> of(String physicalId, Instant now, Duration past) {
      asked.add(physicalId + " " + past);
      return List.of(
          new Pipeline(
              "0",
              Stream.iterate(
                      now.minus(past), time -> time.isBefore(now), time -> time.plusSeconds(10))
                  .map(time -> new Window(time, Map.of(Measure.FRAME_RATE, 25.0)))
                  .toList()));
    }
  }

  private List<Window> windows(Duration past) {
    return history.of("1", clock.instant(), past).getFirst().windows();
  }

  @Test
  void awsIsAskedOnceHoweverManyLook() {
    for (int tab = 0; tab < 10; tab++) {
      assertThat(windows(TEN_MINUTES)).hasSize(60);
      assertThat(windows(Duration.ofSeconds(590 - tab))).hasSize(59 - (tab > 0 ? 1 : 0));
    }

    assertThat(aws.asked).containsExactly("1 PT10M");
  }

  @Test
  void isReadAnewWhenAWindowMayHaveBeenAdded() {
    windows(TEN_MINUTES);
    clock.advance(HealthHistory.FRESH);

    windows(TEN_MINUTES);

    assertThat(aws.asked).hasSize(2);
  }

  @Test
  void eachEncoderAndALongerTimeAreAskedForThemselves() {
    windows(TEN_MINUTES);
    assertThat(windows(HealthHistory.LONGEST)).hasSize(1080);
    assertThat(windows(Duration.ofMinutes(30))).hasSize(180);
    history.of("2", clock.instant(), TEN_MINUTES);

    assertThat(aws.asked).containsExactly("1 PT10M", "1 PT3H", "1 PT1H", "2 PT10M");
  }

  @Test
  void whatLiesFurtherBackIsLeftOut() {
    assertThat(windows(Duration.ofSeconds(30)))
        .extracting(Window::begins)
        .containsExactly(NOW.minusSeconds(30), NOW.minusSeconds(20), NOW.minusSeconds(10));
    assertThat(history.of("1", NOW.plusSeconds(4), Duration.ofSeconds(3))).isEmpty();
  }

  @Test
  void whatWasNotMeasuredIsNotZero() {
    var silent =
        new Pipeline(
            "1",
            List.of(
                new Window(NOW.minusSeconds(40), Map.of(Measure.MEGABITS_PER_SECOND, 2.5)),
                new Window(NOW.minusSeconds(10), Map.of(Measure.DROPPED_FRAMES, 3.0))));

    HistoryResponse told = HistoryResponse.of("ch_1", NOW.minusSeconds(60), NOW, List.of(silent));

    assertThat(told.pipelines().getFirst().points())
        .containsExactly(
            new Point(NOW.minusSeconds(40), null, 2_500_000L, null, null, null),
            new Point(NOW.minusSeconds(10), null, null, 3L, null, null));
  }
}
