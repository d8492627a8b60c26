package onair.awslocal.snapshot;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import onair.awslocal.state.FolderLock;

/**
 * The folder one aws-local has for itself:
 *
 * <ul>
 *   <li>{@code state/<table>/<number>.row}: every resource, one file each
 *   <li>{@code objects/s3} and {@code objects/mediastore}: the bytes of objects, each file named by
 *       a row and never changed
 *   <li>{@code media}: what encoders make, emptied at start, and an ffmpeg that came with us
 *   <li>{@code mediatailor}: transcoded ads, made again when they are not there
 *   <li>{@code snapshots/<name>}: {@code state} and {@code objects} as they were
 *   <li>{@code incoming} and {@code outgoing}: only while {@code state} and {@code objects} are
 *       exchanged
 * </ul>
 */
public final class DataFolder implements AutoCloseable {

  private static final List<String> PARTS = List.of("state", "objects");

  private final Path root;
  private final FolderLock lock;
  private final Snapshots snapshots;
  private final Exchange exchange;

  /**
   * Ends what a process that was killed has begun.
   *
   * @throws IllegalStateException when another aws-local has it
   */
  public DataFolder(Path root) {
    this.root = root;
    this.lock = new FolderLock(root, "folder");
    this.exchange = new Exchange(root, PARTS);
    this.snapshots = new Snapshots(root.resolve("snapshots"), root, PARTS, InstantSource.system());
    exchange.settle();
  }

  public Path state() {
    return root.resolve("state");
  }

  public Path objects() {
    return root.resolve("objects");
  }

  public Path media() {
    return root.resolve("media");
  }

  public Path mediaTailor() {
    return root.resolve("mediatailor");
  }

  /** Copies by name. */
  public Snapshots snapshots() {
    return snapshots;
  }

  /** Everything forgotten, once it is made. */
  public Exchange forNothing() {
    exchange.prepare(null);
    return exchange;
  }

  /**
   * Everything as it was, once it is made; the snapshot stays.
   *
   * @throws SnapshotRefused when there is none of that name
   */
  public Exchange forSnapshot(String name) {
    exchange.prepare(snapshots.folder(name));
    return exchange;
  }

  @Override
  public void close() {
    lock.close();
  }
}
