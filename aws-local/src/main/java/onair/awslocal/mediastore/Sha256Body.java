package onair.awslocal.mediastore;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An object as it comes in: hashed, and refused when it is longer than an object may be. */
final class Sha256Body extends InputStream {

  private final DigestInputStream in;
  private long left;

  Sha256Body(InputStream in, long most) {
    try {
      this.in = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = in.read(bytes, offset, length);
    left -= Math.max(0, count);
    if (left < 0) {
      throw DataRefused.tooLong();
    }
    return count;
  }

  /** In hex, of what was read. */
  String sha256() {
    return HexFormat.of().formatHex(in.getMessageDigest().digest());
  }
}
