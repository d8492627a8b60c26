package onair.awslocal;

import java.util.Map;
import onair.awslocal.control.ControlAnswer;
import onair.awslocal.control.Endpoint;
import onair.awslocal.metrics.Metrics;
import onair.awslocal.metrics.Metrics.Reading;

/**
 * {@code GET /_aws-local/metrics}: {@code {"metrics": [{"account", "region", "namespace", "name",
 * "dimensions", "unit", "sum", "samples", "minimum", "maximum"}]}}, everything measured since the
 * start. CloudWatch has the same over time.
 */
final class MetricsEndpoint {

  /** As it is written. */
  private record Measured(
      String account,
      String region,
      String namespace,
      String name,
      Map<String, String> dimensions,
      String unit,
      double sum,
      double samples,
      double minimum,
      double maximum) {

    static Measured of(Reading reading) {
      var metric = reading.metric();
      var total = reading.total();
      return new Measured(
          metric.scope().accountId(),
          metric.scope().region(),
          metric.namespace(),
          metric.name(),
          metric.dimensions(),
          metric.unit(),
          total.sum(),
          total.count(),
          total.minimum(),
          total.maximum());
    }
  }

  private MetricsEndpoint() {}

  static Endpoint of(Metrics metrics) {
    return new Endpoint(
        "GET",
        "/metrics",
        "shows what the local services measure",
        request ->
            ControlAnswer.ok(
                Map.of("metrics", metrics.totals().stream().map(Measured::of).toList())));
  }
}
