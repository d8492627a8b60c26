package onair.awslocal.cloudfront;

import java.security.SecureRandom;
import java.util.Locale;

/** New identifiers in the form AWS gives them. */
final class AwsIds {

  private static final String LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private AwsIds() {}

  /** Distributions and origin access controls, such as {@code E2QWRUHAPOMQZL}. */
  static String resource() {
    return "E" + random(13);
  }

  /** Invalidations, such as {@code I2J0I21PCUYOIK}. */
  static String invalidation() {
    return "I" + random(13);
  }

  /** Public keys, such as {@code K2JCJMDEHXQW5F}. */
  static String publicKey() {
    return "K" + random(13);
  }

  /** A version of a resource; never the same twice. */
  static String etag() {
    return "E" + random(13);
  }

  /** Such as {@code d111111abcdef8.cloudfront.net}. */
  static String domainName() {
    return "d" + random(13).toLowerCase(Locale.ROOT) + ".cloudfront.net";
  }

  private static String random(int length) {
    StringBuilder id = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      id.append(LETTERS_AND_DIGITS.charAt(RANDOM.nextInt(LETTERS_AND_DIGITS.length())));
    }
    return id.toString();
  }
}
