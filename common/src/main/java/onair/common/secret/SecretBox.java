package onair.common.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts secrets for the database with AES-256-GCM. What is sealed belongs to one owner of one
 * organization: moved to another row it does not open.
 *
 * <p>Form: version byte 1, 12 bytes nonce, ciphertext, 16 bytes tag.
 */
public final class SecretBox {

  private static final byte VERSION = 1;
  private static final int KEY = 32;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final String property;
  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param property where the key is configured, for messages
   * @param key 32 bytes
   */
  public SecretBox(String property, byte[] key) {
    this.property = property;
    this.key = new SecretKeySpec(key, "AES");
  }

  /**
   * The key as it is configured.
   *
   * @param property its name, for the message
   * @param text 32 bytes in base64; null when it is not set
   * @throws IllegalArgumentException when it is not that; the value is not told
   */
  public static byte[] key(String property, @Nullable String text) {
    if (text != null) {
      try {
        byte[] key = Base64.getDecoder().decode(text.strip());
        if (key.length == KEY) {
          return key;
        }
      } catch (IllegalArgumentException notBase64) {
        // Told below, without the value.
      }
    }
    throw new IllegalArgumentException(
        property + " must be 32 bytes in base64; make one with: openssl rand -base64 32");
  }

  /** The form the database keeps. */
  public byte[] seal(String secret, String organizationId, String owner) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] plain = secret.getBytes(StandardCharsets.UTF_8);
    byte[] sealed = apply(Cipher.ENCRYPT_MODE, nonce, plain, organizationId, owner);
    return ByteBuffer.allocate(1 + NONCE + sealed.length)
        .put(VERSION)
        .put(nonce)
        .put(sealed)
        .array();
  }

  /**
   * @param owner id of what it was sealed for
   * @throws IllegalStateException when it was sealed for another owner or under another key
   */
  public String open(byte[] sealed, String organizationId, String owner) {
    if (sealed.length <= 1 + NONCE || sealed[0] != VERSION) {
      throw new IllegalStateException("the secret of " + owner + " is damaged");
    }
    byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE);
    byte[] rest = Arrays.copyOfRange(sealed, 1 + NONCE, sealed.length);
    byte[] plain = apply(Cipher.DECRYPT_MODE, nonce, rest, organizationId, owner);
    return new String(plain, StandardCharsets.UTF_8);
  }

  private byte[] apply(int mode, byte[] nonce, byte[] input, String organizationId, String owner) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD((organizationId + "/" + owner).getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException(
          "the secret of " + owner + " cannot be used with " + property, failure);
    }
  }
}
