package onair.awslocal.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one type by key. Reads come from memory; a write is on disk before the method returns,
 * and when the disk refuses it ({@link java.io.UncheckedIOException}) memory is unchanged. Safe for
 * any number of threads; methods on one key exclude each other.
 *
 * @param <T> an immutable row type
 */
public final class Table<T> {

  private static final int STRIPES = 64;

  private record Row<T>(long sequence, String key, T value) {}

  private final RowFiles files;
  private final Codec<T> codec;
  private final Map<String, Row<T>> byKey = new ConcurrentHashMap<>();
  private final ConcurrentSkipListMap<Long, Row<T>> byAge = new ConcurrentSkipListMap<>();
  private final AtomicLong lastSequence = new AtomicLong();
  private final ReentrantLock[] locks =
      Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

  Table(RowFiles files, Codec<T> codec) {
    this.files = files;
    this.codec = codec;
    for (long sequence : files.sequences()) {
      remember(read(sequence));
      lastSequence.set(sequence);
    }
  }

  public Optional<T> get(String key) {
    return Optional.ofNullable(byKey.get(key)).map(Row::value);
  }

  /** All rows, the one inserted first first. A row keeps its place when it changes. */
  public List<T> list() {
    return byAge.values().stream().map(Row::value).toList();
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
          byKey.remove(key);
          byAge.remove(row.sequence());
          return true;
        });
  }

  private T store(@Nullable Row<T> old, String key, T value) {
    if (old != null && old.value().equals(value)) {
      return value;
    }
    long sequence = old == null ? lastSequence.incrementAndGet() : old.sequence();
    files.write(sequence, RowFormat.write(key, codec.write(value)));
    remember(new Row<>(sequence, key, value));
    return value;
  }

  private void remember(Row<T> row) {
    byKey.put(row.key(), row);
    byAge.put(row.sequence(), row);
  }

  private Row<T> read(long sequence) {
    try {
      RowFormat.Content content = RowFormat.read(files.read(sequence));
      return new Row<>(sequence, content.key(), codec.read(content.value()));
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
