package onair.awslocal.cloudwatch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onair.awslocal.metrics.Datapoint;
import onair.awslocal.metrics.Metric;
import onair.awslocal.metrics.Metrics;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.DimensionFilter;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;

/** What callers of a scope may see of the metrics. */
final class Readings {

  /** Source: CloudWatch API reference, "ListMetrics". */
  private static final Duration LISTED = Duration.ofDays(14);

  private static final Duration RECENT = Duration.ofHours(3);

  private final Metrics metrics;
  private final InstantSource clock;

  Readings(Metrics metrics, InstantSource clock) {
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Spans that have values, the oldest first.
   *
   * @param unit null for the unit that the metric has
   */
  List<Datapoint> read(
      String namespace, String name, List<Dimension> dimensions, @Nullable String unit, Span span) {
    return metric(namespace, name, dimensions, unit)
        .map(metric -> metrics.read(metric, span.from(), span.to(), span.period()))
        .orElse(List.of());
  }

  /** The unit of a metric, as its first series has it. */
  Optional<Metric> metric(
      String namespace, String name, List<Dimension> dimensions, @Nullable String unit) {
    Metric wanted =
        Metric.of(Scope.current(), namespace, name, map(dimensions), unit == null ? "None" : unit);
    return unit != null ? Optional.of(wanted) : metrics.unitsOf(wanted).stream().findFirst();
  }

  /** Without regard to units, ordered by namespace, name and dimensions. */
  List<Metric> list(ListMetricsRequest request) {
    var scope = Scope.current();
    Duration age = request.recentlyActive() == null ? LISTED : RECENT;
    return metrics.since(clock.instant().minus(age)).stream()
        .filter(metric -> metric.scope().equals(scope))
        .filter(m -> request.namespace() == null || m.namespace().equals(request.namespace()))
        .filter(m -> request.metricName() == null || m.name().equals(request.metricName()))
        .filter(m -> request.dimensions().stream().allMatch(filter -> holds(filter, m)))
        .map(metric -> metric.named(metric.name(), "None"))
        .distinct()
        .toList();
  }

  private static boolean holds(DimensionFilter filter, Metric metric) {
    String value = metric.dimensions().get(filter.name());
    return value != null && (filter.value() == null || filter.value().equals(value));
  }

  /** 400 when a name occurs twice. */
  static Map<String, String> map(List<Dimension> dimensions) {
    Map<String, String> map = new TreeMap<>();
    for (Dimension dimension : dimensions) {
      if (map.put(dimension.name(), dimension.value()) != null) {
        throw Refusals.value("No dimension may occur twice: " + dimension.name());
      }
    }
    return map;
  }
}
