package onair.awslocal.media.mp4;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Takes whole boxes off a stream. A box larger than its kind may be is an error, not an allocation.
 */
final class BoxReader {

  private static final int HEADER = 8;
  private static final int MEBIBYTE = 1 << 20;

  private final DataInputStream in;

  BoxReader(InputStream in) {
    this.in = new DataInputStream(in);
  }

  /**
   * The next box; null when the stream ends between two boxes.
   *
   * @throws EOFException when it ends inside one
   */
  @Nullable Box next() throws IOException {
    int first = in.read();
    if (first < 0) {
      return null;
    }
    ByteBuffer header = ByteBuffer.allocate(HEADER).put((byte) first);
    in.readFully(header.array(), 1, HEADER - 1);
    long size = Integer.toUnsignedLong(header.getInt(0));
    String type = Box.typeAt(header, 4);
    if (size < HEADER || size > limit(type)) {
      throw new MalformedMp4("box %s of %d bytes".formatted(type, size));
    }
    byte[] whole = new byte[(int) size];
    header.get(0, whole, 0, HEADER);
    in.readFully(whole, HEADER, whole.length - HEADER);
    return new Box(type, ByteBuffer.wrap(whole), HEADER);
  }

  /** The media of one GOP may be large, everything else is bookkeeping. */
  private static long limit(String type) {
    return type.equals("mdat") ? 64L * MEBIBYTE : 2L * MEBIBYTE;
  }
}
