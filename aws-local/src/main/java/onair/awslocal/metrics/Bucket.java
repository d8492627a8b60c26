package onair.awslocal.metrics;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Values that are being added up. */
final class Bucket {

  /** Different values that are told apart. */
  private static final int MOST_VALUES = 100;

  private final TreeMap<Double, Double> values = new TreeMap<>();
  private double count;
  private double sum;
  private double minimum = Double.POSITIVE_INFINITY;
  private double maximum = Double.NEGATIVE_INFINITY;

  /**
   * @param times how often the value occurred
   */
  void add(double value, double times) {
    add(times, value * times, value, value);
    remember(value, times);
  }

  /** Values of which only this is known; for percentiles they lie at their ends and middle. */
  void add(double times, double total, double least, double most) {
    count += times;
    sum += total;
    minimum = Math.min(minimum, least);
    maximum = Math.max(maximum, most);
  }

  void add(Bucket other) {
    add(other.count, other.sum, other.minimum, other.maximum);
    other.values.forEach(this::remember);
  }

  void remember(double value, double times) {
    Double near = value;
    if (values.size() >= MOST_VALUES && !values.containsKey(value)) {
      Map.Entry<Double, Double> below = values.floorEntry(value);
      Map.Entry<Double, Double> above = values.ceilingEntry(value);
      near =
          below == null || above != null && above.getKey() - value < value - below.getKey()
              ? above.getKey()
              : below.getKey();
    }
    values.merge(near, times, Double::sum);
  }

  Datapoint at(Instant start) {
    SortedMap<Double, Double> copy = new TreeMap<>(values);
    return new Datapoint(start, count, sum, minimum, maximum, copy);
  }

  double count() {
    return count;
  }

  double sum() {
    return sum;
  }
}
