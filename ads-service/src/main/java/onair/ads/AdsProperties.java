package onair.ads;

import java.net.URI;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The ad decision server as the world sees it; prefix {@code onair.ads}.
 *
 * @param publicUrl where MediaTailor and players reach {@code /ads/**}: the gateway's address
 * @param secretKey 32 bytes in base64, signs the addresses of decisions and beacons; with another
 *     one, what was signed before is refused until MediaTailor has been told the new addresses
 */
@ConfigurationProperties("onair.ads")
record AdsProperties(
    @DefaultValue("http://127.0.0.1:8080") URI publicUrl, @Nullable String secretKey) {

  private static final int KEY_BYTES = 32;

  AdsProperties {
    if (publicUrl.getHost() == null
        || !("http".equals(publicUrl.getScheme()) || "https".equals(publicUrl.getScheme()))) {
      throw new IllegalArgumentException(
          "onair.ads.public-url must be an address such as https://onair.example.com, not "
              + publicUrl);
    }
    decode(secretKey);
  }

  /** Without a slash at the end. */
  String publicAddress() {
    String address = publicUrl.toString();
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }

  byte[] secretKeyBytes() {
    return decode(secretKey);
  }

  private static byte[] decode(@Nullable String secretKey) {
    if (secretKey != null) {
      try {
        byte[] key = Base64.getDecoder().decode(secretKey.strip());
        if (key.length == KEY_BYTES) {
          return key;
        }
      } catch (IllegalArgumentException notBase64) {
        // Told below, without the value.
      }
    }
    throw new IllegalArgumentException(
        "onair.ads.secret-key must be 32 bytes in base64; make one with: openssl rand -base64 32");
  }

  @Override
  public String toString() {
    return "AdsProperties[publicUrl=" + publicUrl + ", secretKey=***]";
  }
}
