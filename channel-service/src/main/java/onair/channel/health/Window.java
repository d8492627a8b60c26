package onair.channel.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What was measured in ten seconds.
 *
 * @param begins when they began
 * @param values what AWS has told of them; it may tell some later
 */
public record Window(Instant begins, Map<Measure, Double> values) {

  /** The shortest MediaLive measures in. */
  public static final Duration LENGTH = Duration.ofSeconds(10);

  private static final double MEGA = 1_000_000;

  public Window {
    values = Map.copyOf(values);
  }

  OptionalDouble of(Measure measure) {
    Double value = values.get(measure);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  boolean isAbove(Measure measure, double limit) {
    return of(measure).orElse(limit) > limit;
  }

  /** What came in by the network each second. */
  @Nullable Long bitsPerSecond() {
    Double megabits = values.get(Measure.MEGABITS_PER_SECOND);
    return megabits == null ? null : Math.round(megabits * MEGA);
  }

  /** Of a measure that is counted; null when AWS tells nothing. */
  @Nullable Long whole(Measure measure) {
    Double value = values.get(measure);
    return value == null ? null : Math.round(value);
  }
}
