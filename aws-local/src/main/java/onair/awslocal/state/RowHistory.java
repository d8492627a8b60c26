package onair.awslocal.state;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a table's rows were before their latest changes, as far back as {@link Staleness#MAX} and
 * {@link #MOST_BYTES}. Changes from before the start are not known.
 *
 * @param <R> a row
 */
final class RowHistory<R> {

  /** In a table that changes more in that time, lists are less late than asked. */
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private static final int LEAST_BYTES = 100;

  private record Change<R>(Instant at, long sequence, @Nullable R before, int bytes) {}

  private final InstantSource clock;
  private final Deque<Change<R>> changes = new ArrayDeque<>();
  private long bytes;

  RowHistory(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Remembers a change; the caller lets no other thread in.
   *
   * @param size of the row before, in bytes
   */
  void add(long sequence, @Nullable R before, int size) {
    Instant now = clock.instant();
    changes.addLast(new Change<>(now, sequence, before, size + LEAST_BYTES));
    bytes += changes.getLast().bytes();
    Instant oldest = now.minus(Staleness.MAX);
    while (bytes > MOST_BYTES && changes.size() > 1 || changes.getFirst().at().isBefore(oldest)) {
      bytes -= changes.removeFirst().bytes();
    }
  }

  /** The rows as they were; the caller lets no other thread in. */
  SortedMap<Long, R> asOf(SortedMap<Long, R> present, Duration age) {
    Instant moment = clock.instant().minus(age);
    SortedMap<Long, R> rows = new TreeMap<>(present);
    Iterator<Change<R>> latestFirst = changes.descendingIterator();
    while (latestFirst.hasNext()) {
      Change<R> change = latestFirst.next();
      if (!change.at().isAfter(moment)) {
        break;
      }
      if (change.before() == null) {
        rows.remove(change.sequence());
      } else {
        rows.put(change.sequence(), change.before());
      }
    }
    return rows;
  }
}
