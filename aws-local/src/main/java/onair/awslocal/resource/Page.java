package onair.awslocal.resource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Part of a listing, in an order that stays the same while rows come and go: the next page begins
 * after the last row of this one, whether that row still exists or not.
 *
 * @param nextToken opaque to callers; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String nextToken) {

  private static final String TOKEN_PREFIX = "after:";

  /** Added to a time it gives numbers of one length, which are ordered as texts, too. */
  private static final long ALL_DIGITS = 1_000_000_000_000_000L;

  /** A next token that no page has given out. */
  public static final class BadToken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadToken() {
      super("The pagination token is not valid");
    }
  }

  /**
   * A position by which what was made first is listed first.
   *
   * @param name unique among the rows
   */
  public static String oldestFirst(Instant made, String name) {
    return (ALL_DIGITS + made.toEpochMilli()) + "/" + name;
  }

  /**
   * Cuts one page out of all rows.
   *
   * @param position unique per row and never changing; rows are listed in its order
   * @param size at least 1
   * @param token of the page before, or null for the first
   * @throws BadToken when the token is none of ours
   */
  public static <T> Page<T> of(
      List<T> rows, Function<T, String> position, int size, @Nullable String token) {
    String after = token == null ? "" : decode(token);
    List<Placed<T>> rest =
        rows.stream()
            .map(row -> new Placed<>(position.apply(row), row))
            .filter(row -> row.position().compareTo(after) > 0)
            .sorted(Comparator.comparing(Placed::position))
            .limit(size + 1L)
            .toList();
    List<T> items = rest.stream().limit(size).map(Placed::row).toList();
    return new Page<>(items, rest.size() <= size ? null : encode(rest.get(size - 1).position()));
  }

  /** A row and its position, which may take some time to tell. */
  private record Placed<T>(String position, T row) {}

  private static String encode(String position) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((TOKEN_PREFIX + position).getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String token) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      if (text.startsWith(TOKEN_PREFIX)) {
        return text.substring(TOKEN_PREFIX.length());
      }
    } catch (IllegalArgumentException e) {
      throw new BadToken();
    }
    throw new BadToken();
  }
}
