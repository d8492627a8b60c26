package onair.awslocal.media.mp4;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The decode times that stand in the fragments of one segment. */
public final class DecodeTimes {

  private DecodeTimes() {}

  /**
   * When the segment begins, in its track's timescale.
   *
   * @throws MalformedMp4 when it is no segment
   */
  public static long first(byte[] segment) throws MalformedMp4 {
    return read(all(ByteBuffer.wrap(segment)).getFirst());
  }

  /** When the samples of a track fragment begin. */
  static long of(Box traf) throws MalformedMp4 {
    return read(traf.child("tfdt").content());
  }

  private static long read(ByteBuffer times) {
    return times.get(0) == 1 ? times.getLong(4) : Integer.toUnsignedLong(times.getInt(4));
  }

  /**
   * The same segment at another time.
   *
   * @param ticks to add, in the track's timescale
   * @throws MalformedMp4 when it is no segment, or has no room for such times
   */
  public static byte[] shifted(byte[] segment, long ticks) throws MalformedMp4 {
    byte[] shifted = segment.clone();
    for (ByteBuffer times : all(ByteBuffer.wrap(shifted))) {
      if (times.get(0) == 1) {
        times.putLong(4, times.getLong(4) + ticks);
      } else {
        long time = Integer.toUnsignedLong(times.getInt(4)) + ticks;
        if (time >>> Integer.SIZE != 0) {
          throw new MalformedMp4("decode time beyond 32 bits");
        }
        times.putInt(4, (int) time);
      }
    }
    return shifted;
  }

  /** Contents of all tfdt boxes, which share the segment's bytes; at least one. */
  private static List<ByteBuffer> all(ByteBuffer segment) throws MalformedMp4 {
    try {
      List<ByteBuffer> found = new ArrayList<>();
      for (Box box : Box.parseAll(segment)) {
        if (box.type().equals("moof")) {
          for (Box traf : box.all("traf")) {
            found.add(traf.child("tfdt").content());
          }
        }
      }
      if (found.isEmpty()) {
        throw new MalformedMp4("no fragment");
      }
      return found;
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new MalformedMp4("a box is cut short", e);
    }
  }
}
