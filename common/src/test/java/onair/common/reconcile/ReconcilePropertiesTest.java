package onair.common.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconcilePropertiesTest {

  @Test
  void hasTheDefaultsOfProduction() {
    assertThat(Defaults.properties())
        .isEqualTo(
            new ReconcileProperties(
                Duration.ofSeconds(90),
                Duration.ofSeconds(2),
                8,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                4,
                Duration.ofMinutes(1),
                Duration.ofMinutes(10),
                true,
                Duration.ofMinutes(5),
                Duration.ofMinutes(15)));
  }

  @Test
  void takesEveryKey() {
    var all =
        Map.ofEntries(
            Map.entry("onair.reconcile.settle", "45s"),
            Map.entry("onair.reconcile.look", "1s"),
            Map.entry("onair.reconcile.workers", "3"),
            Map.entry("onair.reconcile.poll", "2s"),
            Map.entry("onair.reconcile.heartbeat", "3s"),
            Map.entry("onair.reconcile.missed-heartbeats", "5"),
            Map.entry("onair.reconcile.max-backoff", "2m"),
            Map.entry("onair.reconcile.blocked-recheck", "20m"),
            Map.entry("onair.reconcile.autostart", "false"),
            Map.entry("onair.reconcile.create-deadline", "6m"),
            Map.entry("onair.reconcile.delete-deadline", "16m"));

    assertThat(Defaults.properties(all))
        .isEqualTo(
            new ReconcileProperties(
                Duration.ofSeconds(45),
                Duration.ofSeconds(1),
                3,
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                5,
                Duration.ofMinutes(2),
                Duration.ofMinutes(20),
                false,
                Duration.ofMinutes(6),
                Duration.ofMinutes(16)));
  }

  @ParameterizedTest
  @CsvSource({
    "settle, 0s",
    "look, -1s",
    "workers, 0",
    "poll, 0s",
    "heartbeat, 0s",
    "missed-heartbeats, 3"
  })
  void aSettingThatCannotWorkNamesItself(String key, String value) {
    assertThatThrownBy(() -> Defaults.properties(Map.of("onair.reconcile." + key, value)))
        .rootCause()
        .hasMessageContaining("onair.reconcile." + key);
  }

  @Test
  void againstAwsItselfACallIsOverLongBeforeItsEffectIsRuledOut() {
    Defaults.properties().requireCovers(Duration.ofSeconds(30));

    assertThatThrownBy(() -> Defaults.properties().requireCovers(Duration.ofSeconds(31)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("onair.reconcile.settle")
        .hasMessageContaining("onair.aws.call-timeout");
  }
}
