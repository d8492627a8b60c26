package onair.awslocal.metrics;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import onair.awslocal.resource.Scope;

/**
 * Counts what an origin of MediaPackage answers, and tells it from time to time. Source:
 * MediaPackage user guides, "Live content metrics" and "VOD content metrics".
 */
public final class EgressMeter {

  private static final String NAMESPACE = "AWS/MediaPackage";
  private static final String BYTES = "Bytes";
  private static final int HUNDRED = 100;
  private static final int SUCCESS = 2;

  private final Map<Metric, Bucket> counted = new ConcurrentHashMap<>();
  private final Map<Metric, Long> received = new ConcurrentHashMap<>();

  /**
   * An answer.
   *
   * @param dimensions what it counts for, such as its channel, and its channel and endpoint
   * @param status HTTP status
   * @param bytes of the body
   * @param took from the request to the answer
   */
  public void served(
      Scope scope, List<Map<String, String>> dimensions, int status, long bytes, Duration took) {
    for (Map<String, String> by : dimensions) {
      Metric requests = Metric.of(scope, NAMESPACE, "EgressRequestCount", by, "Count");
      count(requests, 1);
      Map<String, String> range = new HashMap<>(by);
      range.put("StatusCodeRange", status / HUNDRED + "xx");
      count(requests.by(range), 1);
      count(requests.named("EgressResponseTime", "Milliseconds"), took.toNanos() / 1e6);
      if (status / HUNDRED == SUCCESS) {
        count(requests.named("EgressBytes", BYTES), bytes);
      }
    }
  }

  /**
   * What a channel has received since it was opened; the difference to the call before counts.
   *
   * @param dimensions what it counts for
   */
  public void received(Scope scope, Map<String, String> dimensions, long total) {
    Metric bytes = Metric.of(scope, NAMESPACE, "IngressBytes", dimensions, BYTES);
    Long before = received.put(bytes, total);
    if (before != null && total != before) {
      count(bytes, total < before ? total : total - before);
    }
  }

  /** Adds everything that was counted since the call before. */
  public void tell(Metrics metrics) {
    counted
        .keySet()
        .forEach(
            metric -> {
              Bucket bucket = counted.remove(metric);
              if (bucket != null) {
                metrics.add(metric, bucket);
              }
            });
  }

  private void count(Metric metric, double value) {
    counted.compute(
        metric,
        (any, known) -> {
          Bucket bucket = known == null ? new Bucket() : known;
          bucket.add(value, 1);
          return bucket;
        });
  }
}
