package onair.awslocal.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
  private final FileChannel lockFile;
  private final Set<String> open = ConcurrentHashMap.newKeySet();

  /** A store by the system's time. */
  public StateStore(Path root) {
    this(root, InstantSource.system());
  }

  /**
   * Opens the folder and makes it when it is missing.
   *
   * @param clock says how long ago rows changed, for {@link Staleness}
   * @throws IllegalStateException when another process has it open
   */
  public StateStore(Path root, InstantSource clock) {
    this.root = root;
    this.clock = clock;
    try {
      Files.createDirectories(root);
      this.lockFile =
          FileChannel.open(
              root.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(lockFile) == null) {
        lockFile.close();
        throw new IllegalStateException(
            "The state folder " + root + " is in use by another aws-local.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The state folder " + root + " cannot be used.", e);
    }
  }

  /**
   * Opens a table and reads its rows into memory. Each table is opened once.
   *
   * @param name lower case letters, digits and dashes; it names the table's folder
   * @throws DamagedState when a row on disk cannot be read
   */
  public <T> Table<T> table(String name, Codec<T> codec) {
    if (!TABLE_NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Not a table name: " + name);
    }
    if (!open.add(name)) {
      throw new IllegalStateException("The table " + name + " is already open.");
    }
    return new Table<>(new RowFiles(root.resolve(name)), codec, clock);
  }

  /** Lets another process open the folder. Tables may not be used afterwards. */
  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
