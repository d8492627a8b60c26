package onair.awslocal.state;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * All state of one {@code aws-local} under one folder: {@code <root>/<table>/<sequence>.row}, one
 * file per row. A row file is the row's key, quoted as JSON, on the first line, then the bytes of
 * its {@link Codec}. Files are replaced atomically, so a process killed at any moment leaves every
 * row either as it was or as it became.
 *
 * <p>One process at a time: the folder is locked while the store is open.
 */
public final class StateStore implements AutoCloseable {

  private static final Pattern TABLE_NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");

  private final Path root;
  private final InstantSource clock;
  private final boolean forced;
  private final FolderLock lock;
  private final WriteGate writes = new WriteGate();
  private final Set<String> open = ConcurrentHashMap.newKeySet();

  /** A store by the system's time. */
  public StateStore(Path root) {
    this(root, InstantSource.system());
  }

  /** A store whose writes wait for the disk. */
  public StateStore(Path root, InstantSource clock) {
    this(root, clock, true);
  }

  /**
   * Opens the folder and makes it when it is missing.
   *
   * @param clock says how long ago rows changed, for {@link Staleness}
   * @param forced whether writes wait for the disk, else rows outlive the process but not a power
   *     cut
   * @throws IllegalStateException when another process has it open
   */
  public StateStore(Path root, InstantSource clock, boolean forced) {
    this.root = root;
    this.clock = clock;
    this.forced = forced;
    this.lock = new FolderLock(root, "state folder");
  }

  /**
   * Opens a table and reads its rows into memory. Each table is opened once.
   *
   * @param name lower case letters, digits and dashes; it names the table's folder
   * @throws DamagedState when a row on disk cannot be read
   */
  public <T> Table<T> table(String name, Codec<T> codec) {
    return open(name, codec, forced);
  }

  /**
   * As {@link #table}, for what may be lost without harm, in a fraction of the time: rows survive
   * the end of the process, however it ends, but not that of the machine. Damaged ones are dropped.
   */
  public <T> Table<T> notes(String name, Codec<T> codec) {
    return open(name, codec, false);
  }

  private <T> Table<T> open(String name, Codec<T> codec, boolean waits) {
    if (!TABLE_NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Not a table name: " + name);
    }
    if (!open.add(name)) {
      throw new IllegalStateException("The table " + name + " is already open.");
    }
    return new Table<>(new RowFiles(root.resolve(name), writes, waits), codec, clock);
  }

  /** Does something while no row is written; whoever wants to write one waits. */
  public <T> T hold(Supplier<T> action) {
    return writes.hold(action);
  }

  /** Lets another process open the folder. Tables can be read afterwards, but not written. */
  @Override
  public void close() {
    writes.close();
    lock.close();
  }
}
