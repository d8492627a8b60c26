package onair.awslocal;

import java.util.List;
import java.util.Map;
import onair.awslocal.control.ControlAnswer;
import onair.awslocal.control.Endpoint;
import onair.awslocal.metrics.Metrics;

/**
 * {@code GET /_aws-local/metrics}: {@code {"metrics": [{"namespace", "name", "dimensions", "sum",
 * "samples"}]}}, everything counted since the start.
 */
final class MetricsEndpoint {

  /** As it is written. */
  private record Metric(
      String namespace, String name, Map<String, String> dimensions, double sum, long samples) {

    static Metric of(Metrics.Reading reading) {
      Metrics.Counter counter = reading.counter();
      return new Metric(
          counter.namespace(),
          counter.name(),
          Map.of(counter.dimension(), counter.of()),
          reading.sum(),
          reading.samples());
    }
  }

  private MetricsEndpoint() {}

  static Endpoint of(Metrics metrics) {
    return new Endpoint(
        "GET",
        "/metrics",
        "shows what the local services count",
        request ->
            ControlAnswer.ok(
                Map.of("metrics", metrics.read().stream().map(Metric::of).toList())));
  }
}
