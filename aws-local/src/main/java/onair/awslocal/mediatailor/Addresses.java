package onair.awslocal.mediatailor;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import onair.awslocal.resource.Fingerprint;
import onair.awslocal.resource.Scope;

/**
 * Host names and URLs of the form AWS gives them. All configurations of an account and region share
 * one host, and one hash of the account stands in every path.
 */
final class Addresses {

  private static final int HOST_BYTES = 16;
  private static final int ACCOUNT_BYTES = 20;

  private Addresses() {}

  /** Such as {@code a57b77e98569478b83c10881a22b7a24.mediatailor.eu-west-1.amazonaws.com}. */
  static String host(Scope scope) {
    return "%s.mediatailor.%s.amazonaws.com"
        .formatted(hex("mediatailor/" + scope.key(""), HOST_BYTES), scope.region());
  }

  /** Forty hexadecimal digits. */
  static String accountHash(Scope scope) {
    return hex("account/" + scope.accountId(), ACCOUNT_BYTES);
  }

  static String playbackPrefix(Scope scope) {
    return "https://" + host(scope);
  }

  /**
   * What file names are appended to.
   *
   * @param kind {@code master}, {@code dash} or {@code session}
   */
  static String prefix(Scope scope, String kind, String configuration) {
    return "%s/v1/%s/%s/%s/"
        .formatted(playbackPrefix(scope), kind, accountHash(scope), configuration);
  }

  /** Where a manifest of channel assembly would be; nothing answers there. */
  static String channel(Scope scope, String channel, String manifest, boolean hls) {
    return "https://%s.channel-assembly.mediatailor.%s.amazonaws.com/v1/channel/%s/%s.%s"
        .formatted(
            hex("channel-assembly/" + scope.key(""), HOST_BYTES),
            scope.region(),
            channel,
            manifest,
            hls ? "m3u8" : "mpd");
  }

  private static String hex(String seed, int bytes) {
    byte[] digest = Fingerprint.digest(seed.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, bytes);
  }
}
