package onair.awslocal.media;

/**
 * What an SRT connection is encrypted with.
 *
 * @param text 10 to 79 characters; a secret, masked in {@link #toString}
 * @param keyBytes 16, 24 or 32: AES-128, -192 or -256. The sender's counts.
 */
public record Passphrase(String text, int keyBytes) {

  private static final int SHORTEST = 10;
  private static final int LONGEST = 79;

  /** Whether SRT takes a passphrase of this length. */
  public static boolean isUsable(String text) {
    return text.length() >= SHORTEST && text.length() <= LONGEST;
  }

  /** The key's length only. */
  @Override
  public String toString() {
    return "passphrase for AES-" + keyBytes * Byte.SIZE;
  }
}
