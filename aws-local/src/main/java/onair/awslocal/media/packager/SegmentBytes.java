package onair.awslocal.media.packager;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import onair.awslocal.media.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * What a segment of one rendition consists of: its GOPs, and before them their metadata in event
 * message boxes of version 1. Sources: ISO/IEC 23009-1 section 5.10.3.3, "Carriage of ID3 Timed
 * Metadata in the Common Media Application Format", id3v2.4.0.
 */
final class SegmentBytes {

  /** Scheme of the messages. */
  static final String SCHEME = "https://aomedia.org/emsg/ID3";

  private static final int UNKNOWN_DURATION = 0xFFFFFFFF;
  private static final int BOX_HEADER = 8;
  private static final int NUMBERS = 4 + 8 + 4 + 4;
  private static final byte UTF_8 = 3;

  private SegmentBytes() {}

  /**
   * @throws java.nio.file.NoSuchFileException when it has left the disk meanwhile
   */
  static byte[] of(GopFiles files, Segment segment, int rendition) throws IOException {
    if (segment.gops().stream().allMatch(gop -> gop.tags().isEmpty())) {
      return files.read(segment.parts(rendition));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < segment.gops().size(); i++) {
      bytes.write(of(files, segment, rendition, i));
    }
    return bytes.toByteArray();
  }

  /**
   * One of the parts that a segment consists of, one after the other.
   *
   * @throws java.nio.file.NoSuchFileException when it has left the disk meanwhile
   */
  static byte[] of(GopFiles files, Segment segment, int rendition, int part) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Gop gop = segment.gops().get(part);
    Metadata each = part == 0 ? gop.tags().eachSegment() : null;
    byte[] id3 = each == null ? null : id3(each, segment);
    if (id3 != null) {
      bytes.write(message(gop, rendition, id3, (int) segment.number()));
    }
    for (Metadata.Once once : gop.tags().once()) {
      bytes.write(message(gop, rendition, once.id3(), (int) gop.begins().toEpochMilli()));
    }
    bytes.write(files.read(List.of(gop.parts().get(rendition))));
    return bytes.toByteArray();
  }

  private static byte @Nullable [] id3(Metadata each, Segment segment) {
    return switch (each) {
      case Metadata.Once _ -> null;
      case Metadata.EachSegment(byte[] id3) -> id3;
      case Metadata.TextInEachSegment(String text) -> text(filled(text, segment));
    };
  }

  private static String filled(String text, Segment segment) {
    Instant begins = segment.begins();
    return text.replace("$sn$", Long.toString(segment.number()))
        .replace(
            "$dt$",
            DateTimeFormatter.ISO_INSTANT
                .format(begins.truncatedTo(ChronoUnit.SECONDS))
                .replaceAll("[-:]", ""))
        .replace("$t$", Long.toString(begins.getEpochSecond()))
        .replace("$$", "$");
  }

  /** An ID3 tag with one TXXX frame without a description. */
  static byte[] text(String value) {
    byte[] characters = value.getBytes(StandardCharsets.UTF_8);
    int frame = 1 + 1 + characters.length + 1;
    return ByteBuffer.allocate(10 + 10 + frame)
        .put("ID3".getBytes(StandardCharsets.US_ASCII))
        .put(new byte[] {4, 0, 0})
        .putInt(syncSafe(10 + frame))
        .put("TXXX".getBytes(StandardCharsets.US_ASCII))
        .putInt(syncSafe(frame))
        .putShort((short) 0)
        .put(UTF_8)
        .put((byte) 0)
        .put(characters)
        .put((byte) 0)
        .array();
  }

  /** Seven bits to a byte. */
  private static int syncSafe(int size) {
    return size & 0x7F | (size & 0x3F80) << 1 | (size & 0x1FC000) << 2 | (size & 0xFE00000) << 3;
  }

  private static byte[] message(Gop gop, int rendition, byte[] id3, int id) {
    byte[] scheme = (SCHEME + "\0").getBytes(StandardCharsets.US_ASCII);
    byte[] value = {0};
    int size = BOX_HEADER + 4 + NUMBERS + scheme.length + value.length + id3.length;
    return ByteBuffer.allocate(size)
        .putInt(size)
        .put("emsg".getBytes(StandardCharsets.US_ASCII))
        .putInt(1 << 24) // version 1, no flags
        .putInt((int) gop.run().renditions().get(rendition).timescale())
        .putLong(gop.parts().get(rendition).start())
        .putInt(UNKNOWN_DURATION)
        .putInt(id)
        .put(scheme)
        .put(value)
        .put(id3)
        .array();
  }
}
