package onair.account.apikey;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import onair.account.secret.RandomSecret;

/**
 * The text of an API key: {@code onair_test_} or {@code onair_live_}, 43 characters of base 62 (256
 * random bits), and six of base 62 that are the CRC-32 of those 43. The check lets a scanner or a
 * typing error be told from a key without asking anybody.
 */
record ApiKeySecret(String text) {

  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final Pattern FORM =
      Pattern.compile("onair_(?:test|live)_([0-9A-Za-z]{43})([0-9A-Za-z]{6})");
  private static final int RANDOM_LENGTH = 43;
  private static final int CHECK_LENGTH = 6;
  private static final int HINT_LENGTH = "onair_test_".length() + 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  static ApiKeySecret generate(Environment environment) {
    var random = new StringBuilder();
    for (int i = 0; i < RANDOM_LENGTH; i++) {
      random.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
    }
    return new ApiKeySecret(environment.prefix() + random + check(random.toString()));
  }

  static boolean isWellFormed(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches() && check(matcher.group(1)).equals(matcher.group(2));
  }

  /**
   * What is stored. A plain SHA-256 is enough: 256 random bits cannot be guessed, however fast the
   * hash.
   */
  byte[] hash() {
    return RandomSecret.sha256(text);
  }

  /** Enough to recognise the key by, far too little to use it. */
  String hint() {
    return text.substring(0, Math.min(HINT_LENGTH, text.length())) + "…";
  }

  private static String check(String random) {
    var crc = new CRC32();
    crc.update(random.getBytes(StandardCharsets.US_ASCII));
    var check = new StringBuilder();
    long rest = crc.getValue();
    for (int i = 0; i < CHECK_LENGTH; i++) {
      check.insert(0, DIGITS.charAt((int) (rest % DIGITS.length())));
      rest /= DIGITS.length();
    }
    return check.toString();
  }

  @Override
  public String toString() {
    return hint();
  }

  /**
   * What an installation is for: trying out, or the real thing. All its keys say so in their
   * prefix, and it takes no others, so that a key for trying out can never touch what is real.
   */
  enum Environment {
    TEST("onair_test_"),
    LIVE("onair_live_");

    private final String prefix;

    Environment(String prefix) {
      this.prefix = prefix;
    }

    String prefix() {
      return prefix;
    }

    boolean has(String secretText) {
      return secretText.startsWith(prefix);
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
