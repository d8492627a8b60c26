package onair.awslocal.metrics;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import onair.awslocal.resource.Scope;

/**
 * One metric of an account in a Region. Values of another unit are another series.
 *
 * @param namespace such as {@code AWS/MediaLive}
 * @param name such as {@code ActiveAlerts}
 * @param dimensions what it is measured of, such as {@code ChannelId}; perhaps none
 * @param unit as CloudWatch writes it, such as {@code Count} or {@code Bytes/Second}
 */
public record Metric(
    Scope scope, String namespace, String name, SortedMap<String, String> dimensions, String unit) {

  /** By namespace, name, dimensions and unit. */
  static final Comparator<Metric> ORDER =
      Comparator.comparing(Metric::namespace)
          .thenComparing(Metric::name)
          .thenComparing(metric -> metric.dimensions().toString())
          .thenComparing(Metric::unit);

  public Metric {
    dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
  }

  /** A metric of these dimensions, in any order. */
  public static Metric of(
      Scope scope, String namespace, String name, Map<String, String> dimensions, String unit) {
    return new Metric(scope, namespace, name, new TreeMap<>(dimensions), unit);
  }

  /** Another metric of the same dimensions. */
  public Metric named(String other, String itsUnit) {
    return new Metric(scope, namespace, other, dimensions, itsUnit);
  }

  /** The same metric of other dimensions. */
  public Metric by(Map<String, String> others) {
    return of(scope, namespace, name, others, unit);
  }
}
