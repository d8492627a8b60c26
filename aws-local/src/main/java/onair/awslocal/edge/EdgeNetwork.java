package onair.awslocal.edge;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import onair.awslocal.origin.OriginDirectory;
import org.eclipse.jetty.server.Handler;

/**
 * All deployed distributions and their objects. The control plane deploys, withdraws and purges
 * here; an {@link EdgeServer} shows it to viewers. A change is seen by the next request.
 */
public final class EdgeNetwork {

  private final Map<String, EdgeDistribution> deployed = new ConcurrentHashMap<>();
  private final ObjectCache objects;
  private final OriginFetch origins;
  private final InstantSource clock;
  private final InstantSource signatures;
  private final EdgeTraffic traffic;

  /** By one clock, and tells nobody what viewers got. */
  public EdgeNetwork(OriginDirectory origins, InstantSource clock, long cacheBytes) {
    this(origins, clock, clock, cacheBytes, EdgeTraffic.NOBODY);
  }

  /**
   * @param clock decides what is fresh; broadcasts stand still when it does
   * @param signatures decides which signed URLs and cookies are valid
   * @param cacheBytes how much memory objects may take; the least used ones go first
   * @param traffic is told what viewers got
   */
  public EdgeNetwork(
      OriginDirectory origins,
      InstantSource clock,
      InstantSource signatures,
      long cacheBytes,
      EdgeTraffic traffic) {
    this.clock = clock;
    this.signatures = signatures;
    this.traffic = traffic;
    this.objects = new ObjectCache(clock, cacheBytes);
    this.origins = new OriginFetch(origins, clock);
  }

  /** A quarter of the heap, at most 256 MiB. */
  public static long defaultCacheBytes() {
    return Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 4);
  }

  /** Adds or replaces by id. Cached objects stay. */
  public void deploy(EdgeDistribution distribution) {
    deployed.put(distribution.id(), distribution);
  }

  /** Viewers no longer reach it; its objects are forgotten. */
  public void withdraw(String distributionId) {
    deployed.remove(distributionId);
    objects.purge(key -> key.distributionId().equals(distributionId));
  }

  /**
   * Forgets the objects that these paths name.
   *
   * @param paths start with a slash; a {@code *} at the end stands for anything
   */
  public void purge(String distributionId, List<String> paths) {
    objects.purge(
        key ->
            key.distributionId().equals(distributionId) && paths.stream().anyMatch(key::isNamedBy));
  }

  /** Answers viewers; for a server of the caller's own. */
  public Handler handler() {
    return new EdgeHandler(this, objects, origins, clock, signatures, traffic);
  }

  /**
   * Who answers for a host name: the distribution that claims it, else the oldest enabled one,
   * because on one machine viewers use its address and not {@code cloudfront.net}.
   *
   * @param host as in the request, perhaps with a port
   */
  Optional<EdgeDistribution> forHost(String host) {
    String name = withoutPort(host);
    Optional<EdgeDistribution> claimed =
        deployed.values().stream().filter(candidate -> candidate.answersFor(name)).findFirst();
    return claimed.isPresent() ? claimed : oldestEnabled();
  }

  private Optional<EdgeDistribution> oldestEnabled() {
    return deployed.values().stream()
        .filter(EdgeDistribution::enabled)
        .min(Comparator.comparing(EdgeDistribution::createdAt).thenComparing(EdgeDistribution::id));
  }

  private static String withoutPort(String host) {
    int port = host.lastIndexOf(':');
    String name = port > host.lastIndexOf(']') ? host.substring(0, port) : host;
    return name.toLowerCase(Locale.ROOT);
  }
}
