package onair.channel.schedule;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes ID3 tags. Source: ID3v2.4 structure, 3.1 and 4; frames, 4.2.6. */
final class Id3Tag {

  private static final int HEADER = 10;
  private static final byte VERSION = 4;
  private static final byte UTF_8 = 3;

  private Id3Tag() {}

  /**
   * One TXXX frame without a description.
   *
   * @param text at most a few thousand characters
   * @return in Base64
   */
  static String ofText(String text) {
    byte[] said = text.getBytes(StandardCharsets.UTF_8);
    int frame = 2 + said.length;
    ByteBuffer tag = ByteBuffer.allocate(HEADER + HEADER + frame);
    tag.put(ascii("ID3")).put(VERSION).put((byte) 0).put((byte) 0).putInt(safe(HEADER + frame));
    tag.put(ascii("TXXX")).putInt(safe(frame)).putShort((short) 0);
    tag.put(UTF_8).put((byte) 0).put(said);
    return Base64.getEncoder().encodeToString(tag.array());
  }

  /** Seven bits in each byte. */
  private static int safe(int size) {
    return (size & 0x7F) | ((size & 0x3F80) << 1) | ((size & 0x1FC000) << 2);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
