package onair.vod.caption;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When the media of a CMAF track begin, out of its initialization and its first segment: players
 * line captions up with that. Pure. Source: ISO/IEC 14496-12 sections 8.4.2 (mdhd) and 8.8.12
 * (tfdt); RFC 8216 section 3.5.
 */
final class MediaStart {

  /** So many bytes of either file have in them what is looked for. */
  static final int ENOUGH = 64 * 1024;

  private static final int HEADER = 8;
  private static final int LONG_HEADER = 16;
  private static final BigInteger CLOCK = BigInteger.valueOf(90_000);

  /** MPEG-2 times have 33 bits and begin anew. */
  private static final BigInteger WRAP = BigInteger.ONE.shiftLeft(33);

  private MediaStart() {}

  /**
   * In 90 kHz, as an MPEG-2 time; empty when the files do not say.
   *
   * @param initialization its first {@link #ENOUGH} bytes
   * @param segment its first {@link #ENOUGH} bytes
   */
  static Optional<Long> of(byte[] initialization, byte[] segment) {
    ByteBuffer media = box(ByteBuffer.wrap(initialization), "moov", "trak", "mdia", "mdhd");
    ByteBuffer time = box(ByteBuffer.wrap(segment), "moof", "traf", "tfdt");
    if (media == null || time == null || media.remaining() < 24 || time.remaining() < 8) {
      return Optional.empty();
    }
    int base = media.position();
    long timescale = Integer.toUnsignedLong(media.getInt(base + (media.get(base) == 1 ? 20 : 12)));
    return timescale == 0 ? Optional.empty() : decodeTime(time).map(at -> clock(at, timescale));
  }

  private static Optional<BigInteger> decodeTime(ByteBuffer time) {
    int base = time.position();
    if (time.get(base) != 1) {
      return Optional.of(BigInteger.valueOf(Integer.toUnsignedLong(time.getInt(base + 4))));
    }
    return time.remaining() < 12
        ? Optional.empty()
        : Optional.of(new BigInteger(Long.toUnsignedString(time.getLong(base + 4))));
  }

  private static long clock(BigInteger ticks, long timescale) {
    return ticks.multiply(CLOCK).divide(BigInteger.valueOf(timescale)).mod(WRAP).longValue();
  }

  /** The content of the first box at that path, as far as it is there. */
  private static @Nullable ByteBuffer box(ByteBuffer file, String... path) {
    ByteBuffer content = file;
    for (String type : path) {
      content = content == null ? null : child(content, type);
    }
    return content;
  }

  private static @Nullable ByteBuffer child(ByteBuffer boxes, String type) {
    int at = boxes.position();
    while (boxes.limit() - at >= HEADER) {
      long length = Integer.toUnsignedLong(boxes.getInt(at));
      int header = HEADER;
      if (length == 1 && boxes.limit() - at >= LONG_HEADER) {
        length = boxes.getLong(at + HEADER);
        header = LONG_HEADER;
      } else if (length == 0) {
        length = boxes.limit() - at;
      }
      if (length < header) {
        return null;
      }
      int end = (int) Math.min(boxes.limit(), at + length);
      if (type(boxes, at).equals(type)) {
        return boxes.slice(at + header, end - at - header);
      }
      at = end;
    }
    return null;
  }

  private static String type(ByteBuffer boxes, int at) {
    byte[] name = new byte[4];
    boxes.get(at + 4, name);
    return new String(name, StandardCharsets.ISO_8859_1);
  }
}
