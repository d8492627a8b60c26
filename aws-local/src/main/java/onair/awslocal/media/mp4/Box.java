package onair.awslocal.media.mp4;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One box in memory.
 *
 * @param type four characters
 * @param whole header and content
 * @param headerSize 8, or 16 with a 64-bit size
 */
record Box(String type, ByteBuffer whole, int headerSize) {

  private static final int SHORT_HEADER = 8;
  private static final int LONG_HEADER = 16;

  /** All boxes in this buffer, which they must fill exactly. */
  static List<Box> parseAll(ByteBuffer buffer) throws MalformedMp4 {
    List<Box> boxes = new ArrayList<>();
    int offset = buffer.position();
    while (offset < buffer.limit()) {
      Box box = at(buffer, offset);
      boxes.add(box);
      offset += box.whole.capacity();
    }
    return boxes;
  }

  private static Box at(ByteBuffer buffer, int offset) throws MalformedMp4 {
    int left = buffer.limit() - offset;
    if (left < SHORT_HEADER) {
      throw new MalformedMp4("%d stray bytes where a box should begin".formatted(left));
    }
    long size = Integer.toUnsignedLong(buffer.getInt(offset));
    int header = size == 1 ? LONG_HEADER : SHORT_HEADER;
    if (size == 1 && left >= LONG_HEADER) {
      size = buffer.getLong(offset + SHORT_HEADER);
    }
    String type = typeAt(buffer, offset + 4);
    if (size < header || size > left) {
      throw new MalformedMp4("box %s claims %d bytes, %d are left".formatted(type, size, left));
    }
    return new Box(type, buffer.slice(offset, (int) size), header);
  }

  static String typeAt(ByteBuffer buffer, int offset) {
    byte[] type = new byte[4];
    buffer.get(offset, type);
    return new String(type, StandardCharsets.ISO_8859_1);
  }

  /** What follows the header. */
  ByteBuffer content() {
    return whole.slice(headerSize, whole.capacity() - headerSize);
  }

  /** The child boxes, which begin after {@code fields} bytes of the content. */
  List<Box> children(int fields) throws MalformedMp4 {
    return parseAll(content().position(fields));
  }

  /** All direct children of this type, in order. */
  List<Box> all(String childType) throws MalformedMp4 {
    return children(0).stream().filter(box -> box.type.equals(childType)).toList();
  }

  /** The first direct child of this type. */
  Box child(String childType) throws MalformedMp4 {
    return first(children(0), childType, type);
  }

  static Box first(List<Box> boxes, String type, String parent) throws MalformedMp4 {
    for (Box box : boxes) {
      if (box.type.equals(type)) {
        return box;
      }
    }
    throw new MalformedMp4("no box %s in %s".formatted(type, parent));
  }
}
