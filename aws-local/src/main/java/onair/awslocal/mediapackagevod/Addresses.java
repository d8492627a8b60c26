package onair.awslocal.mediapackagevod;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import onair.awslocal.resource.Fingerprint;
import onair.awslocal.resource.Scope;

/**
 * Host names and URLs of the form AWS gives them. They look random but follow from what they name;
 * what is deleted and made again gets others, as in AWS.
 */
final class Addresses {

  static final String EGRESS = "/out/v1/";

  private static final int HOST_BYTES = 8;
  private static final int KEY_BYTES = 16;

  private Addresses() {}

  /** A group's own. */
  static String host(Scope scope, String group, Instant createdAt) {
    return hex(scope.key(group) + createdAt, HOST_BYTES)
        + ".egress.mediapackage-vod."
        + scope.region()
        + ".amazonaws.com";
  }

  /**
   * The folder of one manifest.
   *
   * @param number of the manifest in its configuration
   */
  static String folder(AssetRow asset, ConfigurationRow configuration, int number) {
    return EGRESS
        + key(asset)
        + "/"
        + key(configuration)
        + "/"
        + hex(asset.key() + configuration.key() + "#" + number, KEY_BYTES)
        + "/";
  }

  private static String key(Row row) {
    return hex(row.arn() + row.createdAt(), KEY_BYTES);
  }

  private static String hex(String seed, int bytes) {
    byte[] digest = Fingerprint.digest(seed.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, bytes);
  }
}
