package onair.channel.session;

import java.util.Map;
import java.util.Optional;

/**
 * The MediaPackage v2 endpoint a broadcast is packaged at.
 *
 * @param group channel group
 */
public record PackagedAt(String group, String channel, String endpoint) {

  private static final String ROOT = "/out/v1/";

  /** Out of the path it is served under, {@code /out/v1/<group>/<channel>/<endpoint>}. */
  public static Optional<PackagedAt> of(String originPath) {
    if (!originPath.startsWith(ROOT)) {
      return Optional.empty();
    }
    String[] names = originPath.substring(ROOT.length()).split("/");
    return names.length == 3
        ? Optional.of(new PackagedAt(names[0], names[1], names[2]))
        : Optional.empty();
  }

  /** As events tell it. */
  public Map<String, String> told() {
    return Map.of("group", group, "channel", channel, "endpoint", endpoint);
  }
}
