package onair.awslocal.metrics;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;

/**
 * The values of one span of time.
 *
 * @param start of the span
 * @param count how many values there are; 0 for none
 * @param values how often each value occurred, as far as it is known; of very many different ones
 *     near ones count as one
 */
public record Datapoint(
    Instant start,
    double count,
    double sum,
    double minimum,
    double maximum,
    SortedMap<Double, Double> values) {

  public double average() {
    return sum / count;
  }

  /**
   * The value that so many percent of the values do not exceed.
   *
   * @param percent above 0 and at most 100
   */
  public double percentile(double percent) {
    double known = values.values().stream().mapToDouble(Double::doubleValue).sum();
    double rank = Math.max(1, Math.ceil(percent / 100 * known));
    double seen = 0;
    for (Map.Entry<Double, Double> value : values.entrySet()) {
      seen += value.getValue();
      if (seen >= rank) {
        return value.getKey();
      }
    }
    return maximum;
  }
}
