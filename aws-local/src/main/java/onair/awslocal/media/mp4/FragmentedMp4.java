package onair.awslocal.media.mp4;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A fragmented MP4 read while it is written. Not safe for use by several threads; does not close
 * its stream.
 */
public final class FragmentedMp4 {

  private final BoxReader boxes;
  private final FragmentParser fragments;
  private final List<Track> tracks;
  private final byte[] header;

  private FragmentedMp4(
      BoxReader boxes, FragmentParser fragments, List<Track> tracks, byte[] header) {
    this.header = header;
    this.boxes = boxes;
    this.fragments = fragments;
    this.tracks = tracks;
  }

  /**
   * Reads up to the end of the movie header; blocks until the writer has got that far.
   *
   * @return null when the stream ends before that
   * @throws MalformedMp4 when this is something else
   */
  public static @Nullable FragmentedMp4 open(InputStream in) throws IOException {
    BoxReader boxes = new BoxReader(in);
    Box ftyp = next(boxes, "ftyp");
    Box moov = ftyp == null ? null : next(boxes, "moov");
    if (ftyp == null || moov == null) {
      return null;
    }
    return guarded(
        () -> {
          List<Track> tracks = new TrackParser(ftyp, moov).parse();
          byte[] header =
              ByteBuffer.allocate(ftyp.whole().capacity() + moov.whole().capacity())
                  .put(ftyp.whole().duplicate())
                  .put(moov.whole().duplicate())
                  .array();
          return new FragmentedMp4(boxes, new FragmentParser(moov), tracks, header);
        });
  }

  /** All tracks, in the order of their ids. */
  public List<Track> tracks() {
    return tracks;
  }

  /** The header of all tracks; shared, never changed. */
  public byte[] header() {
    return header;
  }

  /**
   * The next fragment; blocks until it is complete.
   *
   * @return null at the end of the stream
   */
  public @Nullable Fragment next() throws IOException {
    Box moof = next(boxes, "moof");
    Box mdat = moof == null ? null : next(boxes, "mdat");
    if (moof == null || mdat == null) {
      return null;
    }
    return guarded(() -> fragments.parse(moof, mdat));
  }

  /** The next box that is not decoration; it must be of this type. */
  private static @Nullable Box next(BoxReader boxes, String type) throws IOException {
    while (true) {
      Box box = boxes.next();
      if (box == null || box.type().equals(type)) {
        return box;
      }
      switch (box.type()) {
        case "free", "skip", "styp", "sidx", "prft", "emsg", "mfra" -> {}
        default -> throw new MalformedMp4("box %s where %s should be".formatted(box.type(), type));
      }
    }
  }

  /** Fields beyond the end of their box, wherever they are read, mean the same. */
  private static <T> T guarded(Parse<T> parse) throws MalformedMp4 {
    try {
      return parse.run();
    } catch (BufferUnderflowException
        | IndexOutOfBoundsException
        | IllegalArgumentException
        | NoSuchElementException e) {
      throw new MalformedMp4("a box is cut short", e);
    }
  }

  private interface Parse<T> {
    T run() throws MalformedMp4;
  }
}
