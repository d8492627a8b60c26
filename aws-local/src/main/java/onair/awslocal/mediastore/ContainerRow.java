package onair.awslocal.mediastore;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediastore.model.ContainerStatus;
import software.amazon.awssdk.services.mediastore.model.CorsRule;
import software.amazon.awssdk.services.mediastore.model.MetricPolicy;

/**
 * One container.
 *
 * @param id names its host and its bucket, unique on this machine
 * @param due when the state that is under way ends; null when none is
 * @param logging whether access logging was started; nothing is logged here
 */
record ContainerRow(
    Scope scope,
    String name,
    String id,
    Instant created,
    ContainerStatus status,
    @Nullable Instant due,
    boolean logging,
    Settings settings) {

  /**
   * What was put on it; null and empty for what was not.
   *
   * @param policy IAM policy document
   * @param lifecycle JSON document, kept and without effect
   */
  record Settings(
      @Nullable String policy,
      List<CorsRule> cors,
      @Nullable String lifecycle,
      @Nullable MetricPolicy metrics,
      Map<String, String> tags) {

    Settings {
      cors = List.copyOf(cors);
      tags = Map.copyOf(tags);
    }

    static Settings tagged(Map<String, String> tags) {
      return new Settings(null, List.of(), null, null, tags);
    }

    Settings withPolicy(@Nullable String other) {
      return new Settings(other, cors, lifecycle, metrics, tags);
    }

    Settings withCors(List<CorsRule> other) {
      return new Settings(policy, other, lifecycle, metrics, tags);
    }

    Settings withLifecycle(@Nullable String other) {
      return new Settings(policy, cors, other, metrics, tags);
    }

    Settings withMetrics(@Nullable MetricPolicy other) {
      return new Settings(policy, cors, lifecycle, other, tags);
    }

    Settings withTags(Map<String, String> other) {
      return new Settings(policy, cors, lifecycle, metrics, other);
    }
  }

  String key() {
    return scope.key(name);
  }

  String arn() {
    return scope.arn("mediastore", "container/" + name);
  }

  /** Where the CDN finds it. */
  String host() {
    return id + ".data.mediastore." + scope.region() + ".amazonaws.com";
  }

  boolean isActive() {
    return status == ContainerStatus.ACTIVE;
  }

  ContainerRow in(ContainerStatus other, @Nullable Instant until) {
    return new ContainerRow(scope, name, id, created, other, until, logging, settings);
  }

  ContainerRow with(Settings other) {
    return new ContainerRow(scope, name, id, created, status, due, logging, other);
  }

  ContainerRow withLogging(boolean on) {
    return new ContainerRow(scope, name, id, created, status, due, on, settings);
  }
}
