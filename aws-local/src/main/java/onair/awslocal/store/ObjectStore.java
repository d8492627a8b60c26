package onair.awslocal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import onair.awslocal.state.Codecs;
import onair.awslocal.state.StateStore;
import onair.awslocal.state.Table;

/**
 * All buckets of one kind. Bytes are in files with names of our own, so no key reaches the file
 * system; rows tell which file is which object, and a file no row names is removed at start.
 */
public final class ObjectStore {

  private final String kind;
  private final StateStore state;
  private final Path folder;
  private final InstantSource clock;
  private final Table<BucketRow> rows;
  private final ConcurrentHashMap<String, Bucket> buckets = new ConcurrentHashMap<>();

  /** Guarded by this. A removed bucket's number is not used again while this process lives. */
  private long lastNumber;

  /**
   * @param kind tells stores apart that share state and folder, such as {@code s3}
   * @param folder where the bytes are; made when missing
   */
  public ObjectStore(String kind, StateStore state, Path folder, InstantSource clock) {
    this.kind = kind;
    this.state = state;
    this.folder = folder.resolve(kind);
    this.clock = clock;
    this.rows = state.table(kind + "-buckets", Codecs.json(BucketRow.class));
    for (BucketRow row : rows.list()) {
      buckets.put(row.name(), open(row));
      lastNumber = Math.max(lastNumber, row.number());
    }
  }

  public Optional<Bucket> bucket(String name) {
    return Optional.ofNullable(buckets.get(name));
  }

  /** Oldest first. */
  public List<Bucket> buckets() {
    return buckets.values().stream()
        .sorted(Comparator.comparing(Bucket::created).thenComparing(Bucket::name))
        .toList();
  }

  /** Says false and changes nothing when there is one of that name. */
  public synchronized boolean create(String name) {
    if (buckets.containsKey(name)) {
      return false;
    }
    BucketRow row = new BucketRow(name, clock.instant(), ++lastNumber);
    rows.put(name, row);
    buckets.put(name, open(row));
    return true;
  }

  /** Says false and changes nothing when it holds objects or uploads, or is not there. */
  public synchronized boolean removeEmpty(String name) {
    Bucket bucket = buckets.get(name);
    if (bucket == null || !bucket.isEmpty()) {
      return false;
    }
    rows.remove(name);
    buckets.remove(name);
    return true;
  }

  private Bucket open(BucketRow row) {
    try {
      Path files = Files.createDirectories(folder.resolve(Long.toString(row.number())));
      String table = kind + "-" + row.number();
      return new Bucket(
          row,
          files,
          state.table(table + "-objects", Codecs.json(StoredObject.class)),
          state.table(table + "-uploads", Codecs.json(Upload.class)),
          clock);
    } catch (IOException e) {
      throw new UncheckedIOException("The object folder " + folder + " cannot be used.", e);
    }
  }

  /**
   * @param number names the folder and tables of this bucket
   */
  record BucketRow(String name, Instant created, long number) {}
}
