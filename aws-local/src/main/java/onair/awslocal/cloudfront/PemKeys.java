package onair.awslocal.cloudfront;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Public keys as customers upload them: PEM, RSA with 2048 bits or ECDSA on the curve P-256. */
final class PemKeys {

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----\\s*");

  private static final int RSA_BITS = 2048;
  private static final int ECDSA_BITS = 256;

  private PemKeys() {}

  /** Empty when it is no key that CloudFront takes. */
  static Optional<PublicKey> read(String pem) {
    Matcher matcher = PEM.matcher(pem);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      var encoded =
          new X509EncodedKeySpec(
              Base64.getDecoder().decode(matcher.group(1).replaceAll("\\s", "")));
      return rsa(encoded).or(() -> ecdsa(encoded));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<PublicKey> rsa(X509EncodedKeySpec encoded) {
    return key("RSA", encoded)
        .filter(key -> ((RSAPublicKey) key).getModulus().bitLength() == RSA_BITS);
  }

  private static Optional<PublicKey> ecdsa(X509EncodedKeySpec encoded) {
    return key("EC", encoded)
        .filter(
            key ->
                ((ECPublicKey) key).getParams().getCurve().getField().getFieldSize() == ECDSA_BITS);
  }

  private static Optional<PublicKey> key(String algorithm, X509EncodedKeySpec encoded) {
    try {
      return Optional.of(KeyFactory.getInstance(algorithm).generatePublic(encoded));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }
}
