package onair.common.paging;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for. As a controller argument it is read from the query parameters
 * {@code limit} and {@code cursor}; a value that is not one of ours is told as 422 {@code
 * validation_failed}.
 *
 * @param limit most items wanted, 1 to 100; 25 when not given
 * @param after the id of the last item of the page before, already out of its cursor; null for the
 *     first page
 */
public record PageRequest(int limit, @Nullable String after) {

  public static final int DEFAULT_LIMIT = 25;
  public static final int MAX_LIMIT = 100;

  public PageRequest {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ", not " + limit);
    }
  }

  /** The first page at its default size. */
  public static PageRequest first() {
    return new PageRequest(DEFAULT_LIMIT, null);
  }

  /** How many rows to read: one more than asked for tells whether there is a next page. */
  public int fetchSize() {
    return limit + 1;
  }
}
