package onair.awslocal.cloudfront;

import java.util.Map;
import onair.awslocal.edge.EdgeDistribution;
import onair.awslocal.edge.EdgeTraffic;
import onair.awslocal.metrics.Metric;
import onair.awslocal.metrics.Metrics;
import onair.awslocal.resource.Scope;

/**
 * CloudFront's standard metrics, which are in us-east-1 wherever viewers are. Source: CloudFront
 * developer guide, "Viewing CloudFront and edge function metrics".
 */
public final class EdgeMetrics implements EdgeTraffic {

  private static final int CLIENT_ERRORS = 4;
  private static final int SERVER_ERRORS = 5;
  private static final int HUNDRED = 100;

  private final Metrics metrics;

  public EdgeMetrics(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void served(EdgeDistribution distribution, int status, long bytes) {
    Metric any =
        Metric.of(
            new Scope(distribution.accountId(), "us-east-1"),
            "AWS/CloudFront",
            "Requests",
            Map.of("DistributionId", distribution.id(), "Region", "Global"),
            "None");
    metrics.add(any, 1);
    metrics.add(any.named("BytesDownloaded", "None"), bytes);
    metrics.add(any.named("BytesUploaded", "None"), 0);
    int kind = status / HUNDRED;
    rate(any, "4xxErrorRate", kind == CLIENT_ERRORS);
    rate(any, "5xxErrorRate", kind == SERVER_ERRORS);
    rate(any, "TotalErrorRate", kind == CLIENT_ERRORS || kind == SERVER_ERRORS);
  }

  /** The average over requests is the rate in percent. */
  private void rate(Metric any, String name, boolean counts) {
    metrics.add(any.named(name, "Percent"), counts ? HUNDRED : 0);
  }
}
