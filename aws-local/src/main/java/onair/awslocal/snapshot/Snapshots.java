package onair.awslocal.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onair.awslocal.snapshot.SnapshotRefused.Reason;

/**
 * Copies of some folders by name. One is there as a whole or not at all: it is made, and removed,
 * under a name that begins with a dot, and what has such a name is removed at start. For one thread
 * at a time.
 */
public final class Snapshots {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
  private static final String CREATED = "created";

  private final Path folder;
  private final Path root;
  private final List<String> parts;
  private final InstantSource clock;

  /**
   * @param folder where they are kept, made when the first is taken
   * @param parts names of the folders in {@code root} that are copied
   */
  Snapshots(Path folder, Path root, List<String> parts, InstantSource clock) {
    this.folder = folder;
    this.root = root;
    this.parts = parts;
    this.clock = clock;
    all().filter(each -> isHidden(each)).forEach(FileTrees::remove);
  }

  /** By name. */
  public List<Snapshot> list() {
    return all()
        .filter(each -> !isHidden(each))
        .map(Snapshots::read)
        .sorted(Comparator.comparing(Snapshot::name))
        .toList();
  }

  /**
   * Copies the folders as they are. Nobody may write to them meanwhile.
   *
   * @throws SnapshotRefused when the name is not one, or taken
   */
  public Snapshot take(String name) {
    Path taken = named(name);
    if (Files.exists(taken)) {
      throw new SnapshotRefused(Reason.EXISTS, "There is a snapshot " + name + " already.");
    }
    Path making = hidden();
    try {
      Files.createDirectories(making);
      for (String part : parts) {
        FileTrees.link(root.resolve(part), making.resolve(part));
      }
      Instant now = clock.instant();
      Files.writeString(making.resolve(CREATED), now.toString());
      Files.move(making, taken, StandardCopyOption.ATOMIC_MOVE);
      return new Snapshot(name, now);
    } catch (IOException | UncheckedIOException e) {
      FileTrees.remove(making);
      throw new UncheckedIOException(
          "The snapshot " + name + " cannot be taken.",
          e instanceof IOException io ? io : new IOException(e));
    }
  }

  /**
   * Removes one.
   *
   * @throws SnapshotRefused when there is none of that name
   */
  public void delete(String name) {
    Path going = hidden();
    try {
      Files.move(folder(name), going, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("The snapshot " + name + " cannot be removed.", e);
    }
    FileTrees.remove(going);
  }

  /** Where the copies of one are. */
  Path folder(String name) {
    Path found = named(name);
    if (!Files.isDirectory(found)) {
      throw new SnapshotRefused(Reason.NOT_FOUND, "There is no snapshot " + name + ".");
    }
    return found;
  }

  private Path named(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new SnapshotRefused(
          Reason.BAD_NAME,
          "A snapshot's name has 1 to 63 letters, digits, dots, dashes and underscores, and begins"
              + " with a letter or digit.");
    }
    return folder.resolve(name);
  }

  private Path hidden() {
    return folder.resolve("." + UUID.randomUUID());
  }

  private Stream<Path> all() {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isHidden(Path each) {
    return each.getFileName().toString().startsWith(".");
  }

  private static Snapshot read(Path each) {
    try {
      return new Snapshot(
          each.getFileName().toString(),
          Instant.parse(Files.readString(each.resolve(CREATED)).strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
