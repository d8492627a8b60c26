package onair.common.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import onair.common.problem.Problem;
import onair.common.problem.Problems;

/**
 * One organization's key. It names the row and encrypts the reply, so that the table alone tells
 * nothing: replies can hold secrets that are told only once.
 *
 * @param id names the row
 * @param secret encrypts the reply (AES-256-GCM)
 */
record IdempotencyKey(byte[] id, byte[] secret) {

  /** Name of the header. */
  static final String HEADER = "Idempotency-Key";

  private static final int LONGEST = 255;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * Reads the header.
   *
   * @throws Problem 422 {@code validation_failed} when it is empty, too long or not printable ASCII
   */
  static IdempotencyKey of(String organizationId, String key) {
    if (key.isBlank()
        || key.length() > LONGEST
        || !key.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
      throw Problems.validationFailed()
          .violation(HEADER, "size", "must be 1 to " + LONGEST + " printable characters");
    }
    return new IdempotencyKey(hash("id", organizationId, key), hash("secret", organizationId, key));
  }

  /** For PostgreSQL's advisory locks. */
  long lock() {
    return ByteBuffer.wrap(id).getLong();
  }

  byte[] encrypt(byte[] plain) {
    var nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, plain);
    return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
  }

  byte[] decrypt(byte[] stored) {
    return cipher(
        Cipher.DECRYPT_MODE,
        Arrays.copyOf(stored, NONCE),
        Arrays.copyOfRange(stored, NONCE, stored.length));
  }

  private byte[] cipher(int mode, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("A kept reply cannot be read or written", failure);
    }
  }

  /** SHA-256 of the parts, each with its length before it. */
  static byte[] hash(Object... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (Object part : parts) {
        byte[] bytes =
            part instanceof byte[] raw ? raw : part.toString().getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }
}
