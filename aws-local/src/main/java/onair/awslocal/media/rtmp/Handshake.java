package onair.awslocal.media.rtmp;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The plain handshake of section 5.2; the peer's echo is read, but proves nothing. */
final class Handshake {

  private static final int VERSION = 3;
  private static final int SIZE = 1536;

  private Handshake() {}

  static void accept(InputStream input, OutputStream out) throws IOException {
    DataInputStream in = new DataInputStream(input);
    int version = in.readUnsignedByte();
    if (version != VERSION) {
      throw new ProtocolViolation("not RTMP: the first byte is 0x%02x".formatted(version));
    }
    byte[] theirs = new byte[SIZE];
    in.readFully(theirs);
    byte[] answer = new byte[1 + SIZE + SIZE];
    answer[0] = VERSION;
    System.arraycopy(theirs, 0, answer, 1 + SIZE, SIZE);
    out.write(answer);
    out.flush();
    in.readFully(theirs);
  }
}
