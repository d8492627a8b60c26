package onair.awslocal.state;

import org.jspecify.annotations.Nullable;

/**
 * Hears of every change of a {@link Table}'s rows. What it throws is logged and changes nothing.
 *
 * @param <T> the table's row type
 */
public interface TableListener<T> {

  /**
   * A row has changed on disk and in memory. No other change of this key happens before this
   * returns, so it may not write to the same table.
   *
   * @param before null when the row is new, and for rows that were there when listening began
   * @param after null when the row was removed
   */
  void changed(String key, @Nullable T before, @Nullable T after);
}
