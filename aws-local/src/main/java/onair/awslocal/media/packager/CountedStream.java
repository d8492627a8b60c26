package onair.awslocal.media.packager;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.LongAdder;

/** A stream whose bytes are counted as they are read. */
public final class CountedStream extends FilterInputStream {

  private final LongAdder bytes;

  /**
   * @param bytes is added to
   */
  public CountedStream(InputStream stream, LongAdder bytes) {
    super(stream);
    this.bytes = bytes;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    bytes.add(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    bytes.add(Math.max(0, read));
    return read;
  }
}
