package onair.awslocal.mediatailor.session;

import java.time.Duration;
import java.util.Map;
import onair.awslocal.metrics.Metric;
import onair.awslocal.metrics.Metrics;

/** What is counted of one playback configuration, named as MediaTailor names it in CloudWatch. */
final class Counting {

  private static final String COUNT = "Count";
  private static final String MILLISECONDS = "Milliseconds";

  private final Metrics metrics;
  private final Metric any;

  Counting(Metrics metrics, SessionSettings settings) {
    this.metrics = metrics;
    this.any =
        Metric.of(
            settings.scope(),
            "AWS/MediaTailor",
            "",
            Map.of("ConfigurationName", settings.configuration()),
            COUNT);
  }

  void add(String name, double value) {
    metrics.add(any.named(name, COUNT), value);
  }

  /** In milliseconds, as MediaTailor counts durations. */
  void add(String name, Duration value) {
    metrics.add(any.named(name, MILLISECONDS), value.toMillis());
  }

  void skipped(String reason) {
    add("SkippedReason." + reason, 1);
  }
}
