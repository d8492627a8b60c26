package onair.awslocal.store;

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

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
