package onair.channel.clip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StretchTest {

  private static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void aYoungBroadcastCanBePlayedFromItsBeginning() {
    Stretch playable = Stretch.playable(NOW.minusSeconds(60), null, HOUR, NOW);

    assertThat(playable).isEqualTo(new Stretch(NOW.minusSeconds(60), NOW));
    assertThat(playable.holds(NOW.minusSeconds(60))).isTrue();
    assertThat(playable.holds(NOW)).isTrue();
    assertThat(playable.holds(NOW.minusSeconds(61))).isFalse();
    assertThat(playable.holds(NOW.plusMillis(1))).isFalse();
  }

  @Test
  void ofALongOneOnlyWhatIsNotAboutToBeLost() {
    Stretch playable = Stretch.playable(NOW.minus(Duration.ofHours(5)), null, HOUR, NOW);

    assertThat(playable.from()).isEqualTo(NOW.minus(HOUR).plus(Stretch.HEAD_START));
  }

  @Test
  void anEndedOneIsPlayedUpToItsEndUntilNothingOfItIsKept() {
    Instant ended = NOW.minusSeconds(1800);
    Stretch playable = Stretch.playable(ended.minusSeconds(60), ended, HOUR, NOW);
    assertThat(playable.last(Duration.ofSeconds(60))).isEqualTo(playable);

    Instant later = ended.plus(HOUR);
    assertThat(Stretch.playable(ended.minusSeconds(60), ended, HOUR, later).isEmpty()).isTrue();
    assertThat(Stretch.playable(NOW.minusSeconds(60), null, Duration.ZERO, NOW).isEmpty()).isTrue();
  }
}
