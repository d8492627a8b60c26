package onair.delivery.distribution;

/**
 * A packaging group, which is an origin of the CDN: every channel in it plays under {@code
 * /out/v1/<name>/}.
 *
 * @param name letters, digits, {@code _} and {@code -}
 * @param egressDomain host that serves it; only the CDN may read there
 */
record PackagingGroup(String name, String egressDomain) {

  private static final String ROOT = "/out/v1/";

  String path() {
    return ROOT + name + "/";
  }

  /** The group whose path a packaged path lies under; empty when it is none. */
  static String nameIn(String originPath) {
    if (!originPath.startsWith(ROOT)) {
      return "";
    }
    int end = originPath.indexOf('/', ROOT.length());
    return end < 0 ? "" : originPath.substring(ROOT.length(), end);
  }
}
