package onair.awslocal.mediatailor.session;

import java.time.Duration;
import onair.awslocal.metrics.Metrics;

/** The counters of one playback configuration, named as MediaTailor names them in CloudWatch. */
final class Counting {

  static final String NAMESPACE = "AWS/MediaTailor";
  static final String DIMENSION = "ConfigurationName";

  private final Metrics metrics;
  private final String configuration;

  Counting(Metrics metrics, String configuration) {
    this.metrics = metrics;
    this.configuration = configuration;
  }

  void add(String name, double value) {
    metrics.add(new Metrics.Counter(NAMESPACE, name, DIMENSION, configuration), value);
  }

  /** In milliseconds, as MediaTailor counts durations. */
  void add(String name, Duration value) {
    add(name, value.toMillis());
  }

  void skipped(String reason) {
    add("SkippedReason." + reason, 1);
  }
}
