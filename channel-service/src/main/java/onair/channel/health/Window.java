package onair.channel.health;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What was measured in ten seconds.
 *
 * @param begins when they began
 * @param values what AWS has told of them; it may tell some later
 */
public record Window(Instant begins, Map<Measure, Double> values) {

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
}
