package onair.awslocal.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import onair.awslocal.metrics.Metric;
import onair.awslocal.metrics.Metrics;
import onair.awslocal.resource.Scope;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import software.amazon.awssdk.services.cloudwatch.model.StatisticSet;

/**
 * Values that callers put; all of a request or none. Source: CloudWatch API reference,
 * "PutMetricData" and "MetricDatum".
 */
final class Puts {

  private static final int MOST_DATA = 1000;
  private static final int MOST_VALUES = 150;
  private static final Duration PAST = Duration.ofDays(14);
  private static final Duration FUTURE = Duration.ofHours(2);
  private static final double LARGEST = Math.pow(2, 360);

  private final Metrics metrics;
  private final InstantSource clock;

  Puts(Metrics metrics, InstantSource clock) {
    this.metrics = metrics;
    this.clock = clock;
  }

  void put(PutMetricDataRequest request) {
    if (request.namespace().startsWith("AWS/")) {
      throw Refusals.value("The value AWS/ for parameter Namespace is invalid.");
    }
    if (request.hasEntityMetricData()) {
      throw Refusals.notImplemented("entities of CloudWatch metrics");
    }
    List<MetricDatum> data = request.metricData();
    if (data.isEmpty()) {
      throw Refusals.missing("MetricData");
    }
    if (data.size() > MOST_DATA) {
      throw Refusals.value(
          "The collection MetricData must not have a size greater than " + MOST_DATA + ".");
    }
    Instant now = clock.instant();
    List<Runnable> puts = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      puts.add(checked(request.namespace(), data.get(i), "MetricData.member." + (i + 1), now));
    }
    puts.forEach(Runnable::run);
  }

  private Runnable checked(String namespace, MetricDatum datum, String where, Instant now) {
    Instant at = datum.timestamp() == null ? now : datum.timestamp();
    if (at.isBefore(now.minus(PAST)) || at.isAfter(now.plus(FUTURE))) {
      throw Refusals.value(
          "The parameter %s.Timestamp must specify a time no more than two hours in the future and no more than two weeks in the past."
              .formatted(where));
    }
    StandardUnit unit = datum.unit() == null ? StandardUnit.NONE : datum.unit();
    Metric metric =
        Metric.of(
            Scope.current(),
            namespace,
            datum.metricName(),
            Readings.map(datum.dimensions()),
            unit.toString());
    boolean single = datum.value() != null;
    StatisticSet set = datum.statisticValues();
    boolean several = datum.hasValues() && !datum.values().isEmpty();
    if ((single ? 1 : 0) + (set != null ? 1 : 0) + (several ? 1 : 0) > 1) {
      throw Refusals.combination(
          "The parameters %s.Value, %s.Values and %s.StatisticValues are mutually exclusive and you have specified more than one."
              .formatted(where, where, where));
    }
    if (single) {
      double value = number(datum.value(), where + ".Value");
      return () -> metrics.add(metric, at, value, 1);
    }
    if (set != null) {
      return set(metric, at, set, where + ".StatisticValues");
    }
    if (!several) {
      throw Refusals.missing(where + ".Value");
    }
    return values(metric, at, datum, where);
  }

  private Runnable set(Metric metric, Instant at, StatisticSet set, String where) {
    double count = number(set.sampleCount(), where + ".SampleCount");
    double sum = number(set.sum(), where + ".Sum");
    double least = number(set.minimum(), where + ".Minimum");
    double most = number(set.maximum(), where + ".Maximum");
    if (count <= 0 || least > most) {
      throw Refusals.value("The parameter " + where + " is no summary of values.");
    }
    return () -> metrics.add(metric, at, count, sum, least, most);
  }

  private Runnable values(Metric metric, Instant at, MetricDatum datum, String where) {
    List<Double> values = datum.values();
    List<Double> counts = datum.counts();
    if (values.size() > MOST_VALUES) {
      throw Refusals.value(
          "The collection %s.Values must not have a size greater than %d."
              .formatted(where, MOST_VALUES));
    }
    if (!counts.isEmpty() && counts.size() != values.size()) {
      throw Refusals.combination(
          "The parameters %s.Values and %s.Counts must be of the same size."
              .formatted(where, where));
    }
    values.forEach(value -> number(value, where + ".Values"));
    counts.forEach(count -> number(count, where + ".Counts"));
    return () ->
        IntStream.range(0, values.size())
            .forEach(
                i -> metrics.add(metric, at, values.get(i), counts.isEmpty() ? 1 : counts.get(i)));
  }

  private static double number(Double value, String where) {
    if (value.isNaN() || Math.abs(value) > LARGEST) {
      throw Refusals.value("The parameter " + where + " is not a number CloudWatch keeps.");
    }
    return value;
  }
}
