package onair.awslocal.metrics;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;

/**
 * Counters of one {@code aws-local}, named as CloudWatch names them. They begin at zero with the
 * process. Safe for any number of threads.
 */
public final class Metrics {

  /**
   * One counter.
   *
   * @param namespace such as {@code AWS/MediaTailor}
   * @param name such as {@code AdDecisionServer.Errors}
   * @param dimension name of what it is counted by, such as {@code ConfigurationName}
   * @param of which one, such as {@code ev-42}
   */
  public record Counter(String namespace, String name, String dimension, String of) {

    private static final Comparator<Counter> ORDER =
        Comparator.comparing(Counter::namespace)
            .thenComparing(Counter::dimension)
            .thenComparing(Counter::of)
            .thenComparing(Counter::name);
  }

  /**
   * What a counter says.
   *
   * @param sum of all values added
   * @param samples how many were added
   */
  public record Reading(Counter counter, double sum, long samples) {}

  private static final class Total {
    private final DoubleAdder sum = new DoubleAdder();
    private final DoubleAdder samples = new DoubleAdder();
  }

  private final Map<Counter, Total> totals = new ConcurrentHashMap<>();

  /** Adds one value; a counter is there once something was added. */
  public void add(Counter counter, double value) {
    Total total = totals.computeIfAbsent(counter, any -> new Total());
    total.sum.add(value);
    total.samples.add(1);
  }

  /** All counters, ordered by namespace, dimension and name. */
  public List<Reading> read() {
    return totals.entrySet().stream()
        .map(
            entry ->
                new Reading(
                    entry.getKey(),
                    entry.getValue().sum.sum(),
                    (long) entry.getValue().samples.sum()))
        .sorted(Comparator.comparing(Reading::counter, Counter.ORDER))
        .toList();
  }

  /** The sum of one counter; 0 when nothing was added. */
  public double sum(Counter counter) {
    Total total = totals.get(counter);
    return total == null ? 0 : total.sum.sum();
  }
}
