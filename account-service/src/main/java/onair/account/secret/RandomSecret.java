package onair.account.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * 256 random bits in base64url: what a cookie holds, what an invitation is accepted with. Only its
 * SHA-256 is stored; that is enough, for what cannot be guessed needs no slow hash.
 */
public record RandomSecret(String text) {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  public static RandomSecret generate() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new RandomSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What is stored. */
  public byte[] hash() {
    return sha256(text);
  }

  /** SHA-256 of a text that cannot be guessed. */
  public static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }

  @Override
  public String toString() {
    return "RandomSecret[…]";
  }
}
