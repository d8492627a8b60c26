package onair.delivery.distribution;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something the CDN reads from, as its owner told it.
 *
 * @param id unique in the installation
 * @param domain host name that serves it
 * @param paths what of the distribution's paths it serves, each {@code /…/*}
 */
record MediaOrigin(String id, Kind kind, String domain, List<String> paths) {

  MediaOrigin {
    paths = List.copyOf(paths);
  }

  /** Which AWS product it belongs to. */
  enum Kind {
    /** A channel group; every channel of it plays under {@code /out/v1/<group>/}. */
    MEDIAPACKAGEV2(Signing.MEDIAPACKAGEV2),
    /** The endpoints of MediaPackage v1, which anyone may read. */
    MEDIAPACKAGE(null),
    S3(Signing.S3),
    MEDIASTORE(Signing.MEDIASTORE),
    /** Personal manifests and ads, which are never cached. */
    MEDIATAILOR(null);

    private final Optional<Signing> signing;

    Kind(@Nullable Signing signing) {
      this.signing = Optional.ofNullable(signing);
    }

    /** How requests to it are signed; empty when they are not. */
    Optional<Signing> signing() {
      return signing;
    }
  }

  /** Whether it serves that path of the distribution. */
  boolean serves(String path) {
    return paths.stream().anyMatch(pattern -> path.startsWith(prefix(pattern)));
  }

  /** The pattern without its star. */
  static String prefix(String pattern) {
    return pattern.substring(0, pattern.length() - 1);
  }

  /** Whether a pattern has the one form we lay out: a folder and everything below it. */
  static boolean isPattern(String pattern) {
    return pattern.startsWith("/") && pattern.endsWith("/*") && pattern.indexOf('*') > 1;
  }
}
