package onair.awslocal.store;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One part of an object. Source: RFC 9110 section 14; a list of ranges and what is no byte range
 * ask for the whole.
 *
 * @param first offset of the first byte
 * @param last offset of the last byte, that is there
 * @param size of the whole object in bytes
 */
public record ByteRange(long first, long last, long size) {

  private static final Pattern HEADER = Pattern.compile("bytes=(\\d*)-(\\d*)");
  private static final int MOST_DIGITS = 18;

  /** The object has none of the bytes asked for. */
  public static final class Unsatisfiable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unsatisfiable() {
      super("The object has no such bytes.");
    }
  }

  /**
   * Reads a {@code Range} header; empty asks for the whole.
   *
   * @throws Unsatisfiable when the object has no byte of that range
   */
  public static Optional<ByteRange> of(@Nullable String header, long size) {
    Matcher range = header == null ? null : HEADER.matcher(header.strip());
    if (range == null || !range.matches()) {
      return Optional.empty();
    }
    String first = range.group(1);
    String last = range.group(2);
    if (first.isEmpty()) {
      return last.isEmpty() ? Optional.empty() : Optional.of(suffix(number(last), size));
    }
    long from = number(first);
    long to = last.isEmpty() ? Long.MAX_VALUE : number(last);
    if (to < from) {
      return Optional.empty();
    }
    if (from >= size) {
      throw new Unsatisfiable();
    }
    return Optional.of(new ByteRange(from, Math.min(to, size - 1), size));
  }

  public long length() {
    return last - first + 1;
  }

  /** As in the {@code Content-Range} header. */
  public String contentRange() {
    return "bytes " + first + "-" + last + "/" + size;
  }

  private static ByteRange suffix(long wanted, long size) {
    if (wanted == 0 || size == 0) {
      throw new Unsatisfiable();
    }
    return new ByteRange(Math.max(0, size - wanted), size - 1, size);
  }

  /** Longer numbers than any object are as good as infinite. */
  private static long number(String digits) {
    return digits.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(digits);
  }
}
