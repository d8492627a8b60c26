package onair.awslocal.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import onair.awslocal.state.Codecs;
import onair.awslocal.state.StateStore;
import onair.awslocal.state.Table;
import org.jspecify.annotations.Nullable;

/**
 * Every resource there is and was, the last {@link #MOST_ENDED} of those. What happened is on disk
 * before the call that did it is answered. When the process was killed in between, the change is
 * told at the time of the next start. Safe for any number of threads.
 */
public final class Ledger {

  private static final int MOST_ENDED = 20_000;
  private static final int SPARE = 1000;

  private final InstantSource clock;
  private final Table<Entry> table;
  private final Map<String, String> alive = new ConcurrentHashMap<>();
  private final AtomicInteger ended = new AtomicInteger();

  public Ledger(StateStore store, InstantSource clock) {
    this.clock = clock;
    this.table = store.notes("ledger", Codecs.json(Entry.class));
    table.onChange((id, before, after) -> index(id, after));
  }

  private void index(String id, @Nullable Entry entry) {
    if (entry == null) {
      ended.decrementAndGet();
    } else if (entry.alive()) {
      alive.put(entry.row(), id);
    } else {
      alive.remove(entry.row(), id);
      ended.incrementAndGet();
    }
  }

  /** Writes down what happens to a table's rows from now on. */
  public <T> void watch(
      Table<T> rows,
      String service,
      String kind,
      Function<T, String> arn,
      Function<T, String> state) {
    watch(rows, new Watched<>(service, kind, arn, state, row -> Map.of()));
  }

  /** Writes down what happens to a table's rows from now on. */
  public <T> void watch(Table<T> rows, Watched<T> watched) {
    Set<String> missing = ConcurrentHashMap.newKeySet();
    table.list().stream()
        .filter(entry -> entry.alive() && entry.is(watched.service(), watched.kind()))
        .forEach(entry -> missing.add(entry.row()));
    rows.onChange(
        (key, before, after) -> {
          missing.remove(rowOf(watched, key));
          changed(watched, key, after);
        });
    List.copyOf(missing).forEach(this::end);
  }

  private static String rowOf(Watched<?> watched, String key) {
    return watched.service() + "/" + watched.kind() + "/" + key;
  }

  private <T> void changed(Watched<T> watched, String key, @Nullable T row) {
    String known = rowOf(watched, key);
    String state = row == null ? Watched.DELETED : watched.state().apply(row);
    if (row == null || state.equals(Watched.DELETED)) {
      end(known);
      return;
    }
    Map<String, String> facts = watched.facts().apply(row);
    String arn = watched.arn().apply(row);
    String id = alive.get(known);
    Instant now = clock.instant();
    if (id == null) {
      Interval first = new Interval(state, facts, now, null);
      String fresh = UUID.randomUUID().toString();
      table.put(
          fresh,
          new Entry(fresh, watched.service(), watched.kind(), key, arn, now, null, List.of(first)));
    } else {
      table.update(id, entry -> entry.in(state, facts, now));
    }
  }

  private void end(String row) {
    String id = alive.get(row);
    if (id != null) {
      table.update(id, entry -> entry.ended(clock.instant()));
      forgetOldest();
    }
  }

  private void forgetOldest() {
    if (ended.get() > MOST_ENDED + SPARE) {
      table.list().stream()
          .filter(entry -> !entry.alive())
          .limit(SPARE)
          .forEach(entry -> table.remove(entry.id()));
    }
  }

  /** The time the ledger goes by. */
  Instant now() {
    return clock.instant();
  }

  /** All of them, the first created first. */
  List<Entry> entries() {
    return table.list().stream().sorted(Comparator.comparing(Entry::created)).toList();
  }
}
