package onair.awslocal.media.mp4;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes boxes. */
final class Bytes {

  private Bytes() {}

  /** A box of these contents, one after the other. */
  static byte[] box(String type, byte[]... contents) {
    int size = 8;
    for (byte[] content : contents) {
      size += content.length;
    }
    ByteBuffer box = ByteBuffer.allocate(size);
    box.putInt(size).put(type.getBytes(StandardCharsets.US_ASCII));
    for (byte[] content : contents) {
      box.put(content);
    }
    return box.array();
  }

  static byte[] of(ByteBuffer buffer) {
    ByteBuffer from = buffer.duplicate();
    from.rewind();
    byte[] bytes = new byte[from.remaining()];
    from.get(bytes);
    return bytes;
  }

  static byte[] join(List<byte[]> parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    parts.forEach(all::writeBytes);
    return all.toByteArray();
  }
}
