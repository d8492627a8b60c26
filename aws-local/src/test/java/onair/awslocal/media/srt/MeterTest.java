package onair.awslocal.media.srt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeterTest {

  private static final long SECOND = 1_000_000_000;

  private final Meter meter = new Meter();

  @Test
  void rateIsThatOfTheLastSecondsAndFallsToZero() {
    for (int second = 0; second < 10; second++) {
      meter.add(1_000, second * SECOND);
    }

    assertThat(meter.bitsPerSecond(10 * SECOND)).isEqualTo(8_000);
    assertThat(meter.bitsPerSecond(12 * SECOND)).isEqualTo(4_000);
    assertThat(meter.bitsPerSecond(100 * SECOND)).isZero();
    assertThat(meter.total()).isEqualTo(10_000);
  }

  @Test
  void silenceBeginsWithTheLastByte() {
    meter.begin(5 * SECOND);
    assertThat(meter.silence(7 * SECOND)).isEqualTo(2 * SECOND);
    meter.add(1, 8 * SECOND);
    assertThat(meter.silence(9 * SECOND)).isEqualTo(SECOND);
  }
}
