package onair.delivery.distribution;

import java.time.Duration;
import java.util.Set;

/**
 * What makes two requests for a manifest the same, and how long the answer is kept. The origin says
 * how long; where it does not, no longer than a live manifest lives.
 *
 * @param name unique in the AWS account
 * @param query the parameters that count, which are also the only ones the origin sees; CloudFront
 *     allows ten
 * @param unsaid how long an answer is kept whose origin says nothing
 * @param longest how long one is kept at most
 */
public record CachePolicy(String name, Set<String> query, Duration unsaid, Duration longest) {

  /**
   * Those of MediaPackage, of both its versions, for a manifest of the past or a part of it, and
   * those by which a low-latency player asks for what comes next. Source: MediaPackage v2 user
   * guide, "CDN configuration recommendations" and "Time-shifted viewing"; the managed policy
   * Elemental-MediaPackage.
   */
  private static final Set<String> MANIFESTS =
      Set.of(
          "aws.manifestfilter",
          "aws.manifestsettings",
          "start",
          "end",
          "time_delay",
          "manifest_window_seconds",
          "m",
          "_HLS_msn",
          "_HLS_part");

  public CachePolicy {
    query = Set.copyOf(query);
  }

  /** The one that an installation has for its manifests. */
  public static CachePolicy manifests(String deployment) {
    return new CachePolicy(
        "onair-" + deployment + "-manifests", MANIFESTS, Duration.ofSeconds(1), Duration.ofDays(1));
  }
}
