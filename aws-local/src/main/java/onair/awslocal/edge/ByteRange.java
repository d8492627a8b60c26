package onair.awslocal.edge;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which bytes of an object a viewer asked for. What is not a single, well-formed byte range asks
 * for the whole object, as RFC 9110 section 14.2 allows; so does a list of ranges.
 */
sealed interface ByteRange {

  /** All bytes, status 200. */
  record Whole() implements ByteRange {}

  /** From {@code first} to {@code last}, both included, status 206. */
  record Part(int first, int last) implements ByteRange {
    int length() {
      return last - first + 1;
    }
  }

  /** No such bytes, status 416. */
  record Unsatisfiable() implements ByteRange {}

  Pattern SINGLE =
      Pattern.compile("\\s*bytes\\s*=\\s*(\\d*)\\s*-\\s*(\\d*)\\s*", Pattern.CASE_INSENSITIVE);

  static ByteRange of(@Nullable String header, int length) {
    Matcher range = header == null ? null : SINGLE.matcher(header);
    if (range == null || !range.matches()) {
      return new Whole();
    }
    String first = range.group(1);
    String last = range.group(2);
    if (first.isEmpty()) {
      return last.isEmpty() ? new Whole() : suffix(number(last), length);
    }
    long from = number(first);
    long to = last.isEmpty() ? Long.MAX_VALUE : number(last);
    if (to < from) {
      return new Whole();
    }
    return from >= length
        ? new Unsatisfiable()
        : new Part((int) from, (int) Math.min(to, length - 1L));
  }

  private static ByteRange suffix(long wanted, int length) {
    return wanted == 0 || length == 0
        ? new Unsatisfiable()
        : new Part((int) Math.max(0, length - wanted), length - 1);
  }

  /** Longer numbers than any object are as good as infinite. */
  private static long number(String digits) {
    return digits.length() > 15 ? Long.MAX_VALUE : Long.parseLong(digits);
  }
}
