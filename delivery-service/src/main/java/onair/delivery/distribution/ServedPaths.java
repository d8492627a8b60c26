package onair.delivery.distribution;

import java.util.Comparator;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Under which address a packaged path reaches viewers, if it does. */
public final class ServedPaths {

  private final DistributionStore store;
  private final DistributionProperties properties;

  ServedPaths(JdbcClient jdbc, DistributionProperties properties) {
    this.store = new DistributionStore(jdbc);
    this.properties = properties;
  }

  /**
   * The full address of a path of an origin.
   *
   * @param originPath such as {@code /out/v1/<group>/<channel>/<endpoint>/index.m3u8}
   * @return empty as long as not every edge serves the path's origin
   */
  public Optional<String> addressOf(String originPath) {
    Optional<MediaOrigin> origin =
        store.origins().stream()
            .filter(candidate -> candidate.serves(originPath))
            .max(Comparator.comparingInt(candidate -> depth(candidate, originPath)));
    return origin.flatMap(
        found ->
            store.list().stream()
                .filter(distribution -> distribution.served().contains(found.id()))
                .findFirst()
                .flatMap(distribution -> properties.base(distribution.domainName()))
                .map(base -> base + originPath));
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
