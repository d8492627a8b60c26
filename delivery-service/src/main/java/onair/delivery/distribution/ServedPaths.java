package onair.delivery.distribution;

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
   * The full address of a path of a packaging group.
   *
   * @param originPath such as {@code /out/v1/<group>/<channel>/<endpoint>/index.m3u8}
   * @return empty as long as not every edge serves the path's group
   */
  public Optional<String> addressOf(String originPath) {
    String group = PackagingGroup.nameIn(originPath);
    return store.list().stream()
        .filter(distribution -> distribution.served().contains(group))
        .findFirst()
        .map(distribution -> base(distribution) + originPath);
  }

  private String base(Distribution distribution) {
    if (properties.baseUrl() == null) {
      return "https://" + distribution.domainName();
    }
    String base = properties.baseUrl().toString();
    return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }
}
