package onair.common.sweep;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the sweeper works; prefix {@code onair.sweep}.
 *
 * @param every how often AWS is listed
 * @param grace how long an orphan is left alone after it was found; no shorter than {@code
 *     onair.reconcile.settle}, in which an unanswered call may still be explained
 * @param remove whether orphans are removed, or only told
 * @param most more orphans of one kind than this at once look like a lost database: they are told,
 *     and none is removed until there are fewer
 * @param keep how long those that are gone are still shown
 */
@ConfigurationProperties("onair.sweep")
public record SweepProperties(
    @DefaultValue("90s") Duration every,
    @DefaultValue("5m") Duration grace,
    @DefaultValue("true") boolean remove,
    @DefaultValue("20") int most,
    @DefaultValue("7d") Duration keep) {

  public SweepProperties {
    requirePositive("every", every);
    requirePositive("grace", grace);
    requirePositive("keep", keep);
    if (most < 1) {
      throw new IllegalArgumentException("onair.sweep.most must be at least 1, not " + most);
    }
  }

  void requireCovers(Duration settle) {
    if (grace.compareTo(settle) < 0) {
      throw new IllegalArgumentException(
          "onair.sweep.grace must be at least onair.reconcile.settle, %s, not %s"
              .formatted(settle, grace));
    }
  }

  private static void requirePositive(String key, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(
          "onair.sweep." + key + " must be longer than nothing, not " + value);
    }
  }
}
