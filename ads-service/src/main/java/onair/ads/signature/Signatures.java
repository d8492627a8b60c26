package onair.ads.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs texts with HMAC-SHA256, cut to 128 bits as RFC 2104 section 5 allows, so that addresses
 * stay short.
 */
public final class Signatures {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 16;

  private final SecretKeySpec key;

  /**
   * @param key 32 bytes
   */
  public Signatures(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * The signature of a text: 22 characters of base64url.
   *
   * @param purpose what the text is for, without a line feed; a signature for one purpose is wrong
   *     for every other
   */
  public String sign(String purpose, String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest(purpose, text));
  }

  /**
   * Whether the text was signed by us for that purpose. Takes the same time for every wrong one.
   */
  public boolean verify(String purpose, String text, String signature) {
    return MessageDigest.isEqual(
        sign(purpose, text).getBytes(StandardCharsets.US_ASCII),
        signature.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] digest(String purpose, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) '\n');
      byte[] whole = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(whole, BYTES);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
    }
  }
}
