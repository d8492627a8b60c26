package onair.common.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param data the items, in the list's order; at most as many as were asked for
 * @param nextCursor opaque; give it as {@code cursor} to get the items after these; null on the
 *     last page
 */
public record Page<T>(
    List<T> data,
    @JsonProperty("next_cursor") @JsonInclude(JsonInclude.Include.ALWAYS)
        @Nullable String nextCursor) {

  public Page {
    data = List.copyOf(data);
  }

  /**
   * The page out of the rows read for it.
   *
   * @param rows up to {@link PageRequest#fetchSize()} rows after {@link PageRequest#after()}, in
   *     the list's order
   * @param id what the next page starts after
   * @param item what the caller sees of a row
   */
  public static <R, T> Page<T> of(
      List<R> rows, PageRequest request, Function<R, String> id, Function<R, T> item) {
    boolean more = rows.size() > request.limit();
    List<R> kept = more ? rows.subList(0, request.limit()) : rows;
    String next = more ? Cursor.encode(id.apply(kept.getLast())) : null;
    return new Page<>(kept.stream().map(item).toList(), next);
  }

  /**
   * A page of a list that is short enough to be at hand as a whole.
   *
   * @param all the whole list, in its order
   */
  public static <R, T> Page<T> ofAll(
      List<R> all, PageRequest request, Function<R, String> id, Function<R, T> item) {
    int first = 0;
    for (int i = 0; i < all.size(); i++) {
      if (id.apply(all.get(i)).equals(request.after())) {
        first = i + 1;
      }
    }
    int last = Math.min(all.size(), first + request.fetchSize());
    return of(all.subList(first, last), request, id, item);
  }
}
