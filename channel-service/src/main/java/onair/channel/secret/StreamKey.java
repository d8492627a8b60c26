package onair.channel.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a broadcaster's encoder, or a partner's receiver, proves itself with: 160 random bits as 32
 * characters, the stream key of RTMP and the passphrase of SRT. A secret; never printed, logged or
 * put into an event.
 */
public record StreamKey(String value) {

  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 32;
  private static final int SHOWN = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new one, never given before. */
  public static StreamKey next() {
    var key = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      key.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return new StreamKey(key.toString());
  }

  /** A new key of AES-256 as hexadecimal digits, as MediaConnect wants those it shares. */
  public static StreamKey aes256() {
    byte[] key = new byte[32];
    RANDOM.nextBytes(key);
    return new StreamKey(HexFormat.of().formatHex(key));
  }

  /**
   * What whoever is to take over pushes with: another one, which follows from this one and does not
   * give it away.
   */
  public StreamKey backup() {
    byte[] digest = sha256("backup:" + value);
    var key = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      key.append(ALPHABET.charAt(digest[i] & (ALPHABET.length() - 1)));
    }
    return new StreamKey(key.toString());
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }

  /** Enough to tell two keys apart, useless to push with. */
  public String masked() {
    return "*".repeat(LENGTH - SHOWN) + value.substring(value.length() - SHOWN);
  }

  /** The text without the key and its backup: AWS repeats in its messages what it was sent. */
  public @Nullable String redact(@Nullable String text) {
    return text == null ? null : text.replace(value, "…").replace(backup().value(), "…");
  }

  @Override
  public String toString() {
    return "StreamKey[secret]";
  }
}
