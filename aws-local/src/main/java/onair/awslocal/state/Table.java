package onair.awslocal.state;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows of one type by key. Reads come from memory; a write is on disk before the method returns,
 * and when the disk refuses it ({@link java.io.UncheckedIOException}) memory is unchanged. Safe for
 * any number of threads; methods on one key exclude each other.
 *
 * @param <T> an immutable row type
 */
public final class Table<T> {

  private static final Logger LOG = LoggerFactory.getLogger(Table.class);
  private static final int STRIPES = 64;

  private record Row<T>(long sequence, String key, T value, int bytes) {}

  private final RowFiles files;
  private final Codec<T> codec;
  private final Map<String, Row<T>> byKey = new ConcurrentHashMap<>();
  private final ConcurrentSkipListMap<Long, Row<T>> byAge = new ConcurrentSkipListMap<>();
  private final AtomicLong lastSequence = new AtomicLong();
  private final ReentrantLock present = new ReentrantLock();
  private final RowHistory<Row<T>> history;
  private final List<TableListener<T>> indexes = new CopyOnWriteArrayList<>();
  private final List<TableListener<T>> listeners = new CopyOnWriteArrayList<>();
  private final ReentrantLock[] locks =
      Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

  Table(RowFiles files, Codec<T> codec, InstantSource clock) {
    this.files = files;
    this.codec = codec;
    this.history = new RowHistory<>(clock);
    for (long sequence : files.sequences()) {
      lastSequence.set(sequence);
      find(sequence)
          .ifPresent(
              row -> {
                byKey.put(row.key(), row);
                byAge.put(sequence, row);
              });
    }
  }

  private Optional<Row<T>> find(long sequence) {
    try {
      return Optional.of(read(sequence));
    } catch (DamagedState e) {
      if (files.areForced()) {
        throw e;
      }
      LOG.warn("Dropped: {}", e.getMessage());
      files.delete(sequence);
      return Optional.empty();
    }
  }

  /**
   * Tells of every change from now on, and first of each row there is as of a new one. No row
   * changes while that happens, and none is told of twice or left out.
   */
  public void onChange(TableListener<T> listener) {
    follow(listener, listeners);
  }

  /** As {@link #onChange}, before the change can be read: an index is never behind its rows. */
  void index(TableListener<T> index) {
    follow(index, indexes);
  }

  private void follow(TableListener<T> listener, List<TableListener<T>> followers) {
    for (ReentrantLock lock : locks) {
      lock.lock();
    }
    try {
      byAge.values().forEach(row -> tell(listener, row.key(), null, row.value()));
      followers.add(listener);
    } finally {
      for (ReentrantLock lock : locks) {
        lock.unlock();
      }
    }
  }

  public Optional<T> get(String key) {
    return Optional.ofNullable(byKey.get(key)).map(Row::value);
  }

  /**
   * All rows, the one inserted first first. A row keeps its place when it changes. Under {@link
   * Staleness} those that there were.
   */
  public List<T> list() {
    Collection<Row<T>> rows = Staleness.current().map(this::asOf).orElse(byAge.values());
    return rows.stream().map(Row::value).toList();
  }

  private Collection<Row<T>> asOf(Duration age) {
    present.lock();
    try {
      return history.asOf(byAge, age).values();
    } finally {
      present.unlock();
    }
  }

  public int size() {
    return byKey.size();
  }

  /** Inserts or replaces. */
  public void put(String key, T row) {
    locked(key, () -> store(byKey.get(key), key, row));
  }

  /** Inserts, and says false and changes nothing when the key has a row. */
  public boolean insert(String key, T row) {
    return locked(
        key,
        () -> {
          if (byKey.containsKey(key)) {
            return false;
          }
          store(null, key, row);
          return true;
        });
  }

  /**
   * Replaces the row with what {@code change} makes of it, atomically.
   *
   * @param change may throw, then nothing changes
   * @return the new row, or empty when the key has none
   */
  public Optional<T> update(String key, UnaryOperator<T> change) {
    return locked(
        key,
        () -> {
          Row<T> row = byKey.get(key);
          return row == null
              ? Optional.empty()
              : Optional.of(store(row, key, change.apply(row.value())));
        });
  }

  /** Says whether there was a row. */
  public boolean remove(String key) {
    return removeIf(key, row -> true);
  }

  /** Removes the row when it still is as expected, atomically, and says whether it did. */
  public boolean removeIf(String key, Predicate<T> expected) {
    return locked(
        key,
        () -> {
          Row<T> row = byKey.get(key);
          if (row == null || !expected.test(row.value())) {
            return false;
          }
          files.delete(row.sequence());
          replace(row, null);
          return true;
        });
  }

  private T store(@Nullable Row<T> old, String key, T value) {
    if (old != null && old.value().equals(value)) {
      return value;
    }
    long sequence = old == null ? lastSequence.incrementAndGet() : old.sequence();
    byte[] bytes = RowFormat.write(key, codec.write(value));
    files.write(sequence, bytes);
    replace(old, new Row<>(sequence, key, value, bytes.length));
    return value;
  }

  /** In memory, once the disk has it; one of the two is a row. */
  private void replace(@Nullable Row<T> old, @Nullable Row<T> row) {
    Row<T> any = row != null ? row : Objects.requireNonNull(old);
    T before = old == null ? null : old.value();
    T after = row == null ? null : row.value();
    indexes.forEach(index -> tell(index, any.key(), before, after));
    present.lock();
    try {
      history.add(any.sequence(), old, old == null ? 0 : old.bytes());
      if (row == null) {
        byKey.remove(any.key());
        byAge.remove(any.sequence());
      } else {
        byKey.put(row.key(), row);
        byAge.put(row.sequence(), row);
      }
    } finally {
      present.unlock();
    }
    listeners.forEach(listener -> tell(listener, any.key(), before, after));
  }

  private void tell(TableListener<T> listener, String key, @Nullable T before, @Nullable T after) {
    try {
      listener.changed(key, before, after);
    } catch (RuntimeException e) {
      LOG.error("A change of {} was not heard", key, e);
    }
  }

  private Row<T> read(long sequence) {
    try {
      byte[] bytes = files.read(sequence);
      RowFormat.Content content = RowFormat.read(bytes);
      return new Row<>(sequence, content.key(), codec.read(content.value()), bytes.length);
    } catch (RuntimeException e) {
      throw new DamagedState(files.file(sequence), e);
    }
  }

  private <R> R locked(String key, Supplier<R> action) {
    ReentrantLock lock = locks[Math.floorMod(key.hashCode(), STRIPES)];
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
