package onair.awslocal.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that is measured. It is in memory and begins with the process, and its times are the
 * local clock's. Safe for any number of threads.
 */
public final class Metrics {

  private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);
  private static final int MOST = 50_000;

  /**
   * All of a metric in one line.
   *
   * @param total of all values since the start
   */
  public record Reading(Metric metric, Datapoint total) {}

  private final InstantSource clock;
  private final Map<Metric, TimeSeries> series = new ConcurrentHashMap<>();

  /** Times come from this clock. */
  public Metrics(InstantSource clock) {
    this.clock = clock;
  }

  /** Adds a value that was measured now. */
  public void add(Metric metric, double value) {
    add(metric, clock.instant(), value, 1);
  }

  /**
   * Adds a value that was measured some time.
   *
   * @param times how often
   */
  public void add(Metric metric, Instant at, double value, double times) {
    add(metric, at, bucket -> bucket.add(value, times));
  }

  /** Adds values of which only a summary is known. */
  public void add(
      Metric metric, Instant at, double count, double sum, double minimum, double maximum) {
    add(
        metric,
        at,
        bucket -> {
          bucket.add(count, sum, minimum, maximum);
          bucket.remember(minimum, 1);
          bucket.remember(maximum, 1);
        });
  }

  /** Adds values that were counted up to now. */
  void add(Metric metric, Bucket counted) {
    add(metric, clock.instant(), bucket -> bucket.add(counted));
  }

  private void add(Metric metric, Instant at, Consumer<Bucket> values) {
    TimeSeries known = series.get(metric);
    if (known == null && series.size() >= MOST) {
      LOG.warn("There are {} metrics; {} is not kept", MOST, metric);
      return;
    }
    series.computeIfAbsent(metric, any -> new TimeSeries()).add(at, values);
  }

  /**
   * What a metric was in spans of time that have values, the oldest first.
   *
   * @param from where the first span begins, in whole seconds
   * @param to where the last one ends
   * @param period how long a span is, at least a second
   */
  public List<Datapoint> read(Metric metric, Instant from, Instant to, Duration period) {
    TimeSeries known = series.get(metric);
    return known == null ? List.of() : known.read(from, to, period);
  }

  /** All metrics, ordered by namespace, name and dimensions. */
  public List<Reading> totals() {
    return series.entrySet().stream()
        .map(entry -> new Reading(entry.getKey(), entry.getValue().total()))
        .sorted((one, other) -> Metric.ORDER.compare(one.metric(), other.metric()))
        .toList();
  }

  /** All metrics that have a value since then, in the same order. */
  public List<Metric> since(Instant then) {
    return series.entrySet().stream()
        .filter(entry -> !entry.getValue().last().isBefore(then))
        .map(Map.Entry::getKey)
        .sorted(Metric.ORDER)
        .toList();
  }

  /** The series of a metric, whatever unit their values have. */
  public List<Metric> unitsOf(Metric metric) {
    return series.keySet().stream()
        .filter(known -> known.named(known.name(), metric.unit()).equals(metric))
        .sorted(Metric.ORDER)
        .toList();
  }

  /** All of one metric; empty when nothing was added. */
  public Optional<Datapoint> total(Metric metric) {
    return Optional.ofNullable(series.get(metric)).map(TimeSeries::total);
  }
}
