package onair.delivery.distribution;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Under which addresses packaged paths reach viewers. */
public final class ServedPaths {

  private final DistributionStore store;
  private final DistributionProperties properties;

  ServedPaths(JdbcClient jdbc, DistributionProperties properties) {
    this.store = new DistributionStore(jdbc);
    this.properties = properties;
  }

  /** What is served now, read once for any number of paths. */
  public Addresses read() {
    return new Addresses(store.origins(), store.list(), properties);
  }

  /** The addresses of one moment. */
  public static final class Addresses {

    private final List<MediaOrigin> origins;
    private final List<Distribution> distributions;
    private final DistributionProperties properties;

    private Addresses(
        List<MediaOrigin> origins,
        List<Distribution> distributions,
        DistributionProperties properties) {
      this.origins = origins;
      this.distributions = distributions;
      this.properties = properties;
    }

    /**
     * The full address of a path of an origin.
     *
     * @param originPath such as {@code /out/v1/<group>/<channel>/<endpoint>/index.m3u8}
     * @return empty as long as not every edge serves the path's origin
     */
    public Optional<String> of(String originPath) {
      return origins.stream()
          .filter(candidate -> candidate.serves(originPath))
          .max(Comparator.comparingInt(candidate -> depth(candidate, originPath)))
          .flatMap(this::base)
          .map(base -> base + originPath);
    }

    private Optional<String> base(MediaOrigin origin) {
      return distributions.stream()
          .filter(distribution -> distribution.served().contains(origin.id()))
          .findFirst()
          .flatMap(distribution -> properties.base(distribution.domainName()));
    }
  }

  /** The folder that lies deepest goes before those it lies in. */
  private static int depth(MediaOrigin origin, String path) {
    return origin.paths().stream()
        .map(MediaOrigin::prefix)
        .filter(path::startsWith)
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }
}
