package onair.awslocal.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;

/**
 * An object with its bytes held open: overwriting or deleting the key changes nothing for this
 * reader. For one thread.
 */
public final class OpenObject implements AutoCloseable {

  private final StoredObject object;
  private final FileChannel bytes;

  OpenObject(StoredObject object, FileChannel bytes) {
    this.object = object;
    this.bytes = bytes;
  }

  public StoredObject object() {
    return object;
  }

  /** The bytes from an offset to the end; closing the stream closes the object. */
  public InputStream from(long offset) throws IOException {
    return Channels.newInputStream(bytes.position(offset));
  }

  /** The bytes of that part alone. */
  public InputStream part(ByteRange part) throws IOException {
    return new Part(from(part.first()), part.length());
  }

  private static final class Part extends FilterInputStream {
    private long left;

    Part(InputStream in, long length) {
      super(in);
      this.left = length;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = left == 0 ? -1 : super.read(bytes, offset, (int) Math.min(length, left));
      left -= Math.max(count, 0);
      return count;
    }
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
