package onair.awslocal.state;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows by what they say without going through all of them. Always of the present, also under
 * {@link Staleness}. Safe for any number of threads.
 *
 * @param <T> the table's row type
 */
public final class Index<T> {

  private final Function<T, Set<String>> terms;
  private final Map<String, Map<String, T>> rows = new ConcurrentHashMap<>();

  /**
   * Follows a table from now on; what is in it is found, too.
   *
   * @param terms what a row is found by; empty for one that is not to be found
   */
  public Index(Table<T> table, Function<T, Set<String>> terms) {
    this.terms = terms;
    table.index(this::changed);
  }

  /** In no order. */
  public List<T> find(String term) {
    return List.copyOf(rows.getOrDefault(term, Map.of()).values());
  }

  /** How many there are to find. */
  public int count(String term) {
    return rows.getOrDefault(term, Map.of()).size();
  }

  /** A row that stays is found all the while. */
  private void changed(String key, @Nullable T before, @Nullable T after) {
    Collection<String> now = after == null ? Set.of() : terms.apply(after);
    if (after != null) {
      now.forEach(term -> add(term, key, after));
    }
    if (before != null) {
      terms.apply(before).stream()
          .filter(term -> !now.contains(term))
          .forEach(term -> remove(term, key));
    }
  }

  private void add(String term, String key, T row) {
    rows.compute(
        term,
        (any, found) -> {
          Map<String, T> map = found == null ? new ConcurrentHashMap<>() : found;
          map.put(key, row);
          return map;
        });
  }

  private void remove(String term, String key) {
    rows.computeIfPresent(
        term,
        (any, found) -> {
          found.remove(key);
          return found.isEmpty() ? null : found;
        });
  }
}
