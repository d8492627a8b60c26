package onair.awslocal.mediastore;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import onair.awslocal.signature.Payload;
import org.jspecify.annotations.Nullable;

/**
 * An object as it was sent: read when it is stored, or already when its signature needs its hash.
 */
final class SignedBody implements Payload {

  private final long most;
  private InputStream bytes;

  /**
   * @param most more is not kept in memory; a longer body is refused
   */
  SignedBody(InputStream bytes, long most) {
    this.bytes = bytes;
    this.most = most;
  }

  InputStream bytes() {
    return bytes;
  }

  @Override
  public String signed(@Nullable String declared) throws IOException {
    if (UNSIGNED.equals(declared)) {
      return UNSIGNED;
    }
    byte[] body = bytes.readNBytes(Math.toIntExact(most + 1));
    if (body.length > most) {
      throw DataRefused.tooLong();
    }
    bytes = new ByteArrayInputStream(body);
    return Payload.of(body).signed(declared);
  }
}
