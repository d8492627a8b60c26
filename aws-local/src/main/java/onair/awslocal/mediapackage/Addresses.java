package onair.awslocal.mediapackage;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import onair.awslocal.resource.Fingerprint;
import onair.awslocal.resource.Scope;

/**
 * Host names and URLs of the form AWS gives them. They look random but follow from what they name;
 * an endpoint that is deleted and made again gets another URL, as in AWS.
 */
final class Addresses {

  static final String EGRESS = "/out/v1/";

  private static final int HOST_BYTES = 8;
  private static final int KEY_BYTES = 16;

  private Addresses() {}

  /** One for everything of an account in a region. */
  static String host(Scope scope) {
    return hex(scope.key("mediapackage"), HOST_BYTES)
        + ".mediapackage."
        + scope.region()
        + ".amazonaws.com";
  }

  /**
   * 32 hexadecimal digits, the folder of one manifest.
   *
   * @param what endpoint id, and behind a slash the manifest's when the endpoint has several
   */
  static String key(Scope scope, String what, Instant createdAt) {
    return hex(scope.key(what) + createdAt, KEY_BYTES);
  }

  /**
   * @param file manifest name with its suffix, such as {@code index.m3u8}
   */
  static String manifest(Scope scope, String key, String file) {
    return "https://" + host(scope) + EGRESS + key + "/" + file;
  }

  static String ingest(Scope scope, String channelId, int pipeline, Instant createdAt) {
    return "https://%s/in/v2/%s/%s/channel"
        .formatted(
            host(scope),
            key(scope, "in/" + channelId, createdAt),
            key(scope, "in/" + channelId + "/" + pipeline, createdAt));
  }

  private static String hex(String seed, int bytes) {
    byte[] digest = Fingerprint.digest(seed.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, bytes);
  }
}
