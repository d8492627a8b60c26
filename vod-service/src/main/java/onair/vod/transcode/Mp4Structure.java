package onair.vod.transcode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Whether an MP4 or MOV file is all there: its boxes say how long they are, so a file cut short is
 * told by a few small reads. Other kinds of files pass. Pure. Source: ISO/IEC 14496-12 section 4.2.
 */
public final class Mp4Structure {

  /** Gives some bytes of the file. */
  @FunctionalInterface
  public interface Bytes {
    byte[] read(long offset, int length);
  }

  private static final Set<String> FIRST =
      Set.of("ftyp", "styp", "moov", "mdat", "wide", "free", "skip", "pnot");

  /** A fragmented file has thousands; its first ones say enough. */
  private static final int MOST_BOXES = 40;

  private static final int HEADER = 16;
  private static final int SHORT_HEADER = 8;

  private Mp4Structure() {}

  /**
   * What is wrong with it, as a sentence; empty when nothing is, or when it is another kind of
   * file.
   *
   * @param size of the file, more than zero
   */
  public static Optional<String> problem(long size, Bytes bytes) {
    long offset = 0;
    boolean index = false;
    for (int boxes = 0; boxes < MOST_BOXES && offset < size; boxes++) {
      ByteBuffer header =
          ByteBuffer.wrap(bytes.read(offset, (int) Math.min(HEADER, size - offset)));
      if (header.remaining() < SHORT_HEADER) {
        return boxes == 0 ? Optional.empty() : cut(size);
      }
      String type = new String(header.array(), 4, 4, StandardCharsets.ISO_8859_1);
      if (boxes == 0 && !FIRST.contains(type)) {
        return Optional.empty();
      }
      index = index || type.equals("moov") || type.equals("moof");
      long length = length(header, size - offset);
      if (length < SHORT_HEADER) {
        return Optional.of("The file is damaged: a part of it has no length.");
      }
      if (length > size - offset) {
        return cut(size);
      }
      offset += length;
    }
    return index || offset < size
        ? Optional.empty()
        : Optional.of("The file has no index (moov), as when its recording was cut off.");
  }

  private static long length(ByteBuffer header, long rest) {
    long length = Integer.toUnsignedLong(header.getInt(0));
    if (length == 0) {
      return rest;
    }
    return length != 1 ? length : header.remaining() < HEADER ? 0 : header.getLong(8);
  }

  private static Optional<String> cut(long size) {
    return Optional.of(
        "The file is cut off: it says it is longer than the %d bytes it has.".formatted(size));
  }
}
