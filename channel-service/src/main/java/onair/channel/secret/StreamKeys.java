package onair.channel.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts stream keys for the database with AES-256-GCM. A sealed key belongs to one channel or
 * share of one organization: moved to another row it does not open.
 *
 * <p>Form: version byte 1, 12 bytes nonce, ciphertext, 16 bytes tag.
 */
public final class StreamKeys {

  private static final byte VERSION = 1;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param key 32 bytes
   */
  public StreamKeys(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /** The form the database keeps. */
  public byte[] seal(StreamKey streamKey, String organizationId, String owner) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] plain = streamKey.value().getBytes(StandardCharsets.US_ASCII);
    byte[] sealed = apply(Cipher.ENCRYPT_MODE, nonce, plain, organizationId, owner);
    return ByteBuffer.allocate(1 + NONCE + sealed.length)
        .put(VERSION)
        .put(nonce)
        .put(sealed)
        .array();
  }

  /**
   * @param owner id of the channel or share it was sealed for
   * @throws IllegalStateException when it was sealed for another owner or under another key
   */
  public StreamKey open(byte[] sealed, String organizationId, String owner) {
    if (sealed.length <= 1 + NONCE || sealed[0] != VERSION) {
      throw new IllegalStateException("the stream key of " + owner + " is damaged");
    }
    byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE);
    byte[] rest = Arrays.copyOfRange(sealed, 1 + NONCE, sealed.length);
    byte[] plain = apply(Cipher.DECRYPT_MODE, nonce, rest, organizationId, owner);
    return new StreamKey(new String(plain, StandardCharsets.US_ASCII));
  }

  private byte[] apply(int mode, byte[] nonce, byte[] input, String organizationId, String owner) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD((organizationId + "/" + owner).getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException(
          "the stream key of " + owner + " cannot be used with onair.channel.secret-key", failure);
    }
  }
}
