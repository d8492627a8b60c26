package onair.awslocal.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts other folders in the place of some, all or none of them: {@link #prepare}, then {@link
 * #make} while nobody uses them, then {@link #keep} or {@link #takeBack}. A process killed in
 * between is no harm: {@link #settle} at the next start goes on with what was prepared to the end,
 * and forgets what was not.
 */
public final class Exchange {

  private static final String PREPARED = "prepared";

  private final Path root;
  private final List<String> parts;
  private final Path incoming;
  private final Path outgoing;

  /**
   * @param parts names of folders in {@code root}
   */
  Exchange(Path root, List<String> parts) {
    this.root = root;
    this.parts = parts;
    this.incoming = root.resolve("incoming");
    this.outgoing = root.resolve("outgoing");
  }

  /** What a former process was about to do is done, or was not begun. */
  void settle() {
    if (Files.exists(incoming.resolve(PREPARED))) {
      make();
    }
    FileTrees.remove(incoming);
    keep();
  }

  /**
   * Gets ready what is to come.
   *
   * @param from where copies of the folders are; null for empty ones
   */
  void prepare(@Nullable Path from) {
    FileTrees.remove(incoming);
    try {
      for (String part : parts) {
        Files.createDirectories(incoming.resolve(part));
        if (from != null) {
          FileTrees.link(from.resolve(part), incoming.resolve(part));
        }
      }
      Files.createFile(incoming.resolve(PREPARED));
    } catch (IOException e) {
      throw new UncheckedIOException("Nothing can be put into " + incoming, e);
    }
  }

  /** From now on the folders are what was prepared; what they were is set aside. */
  public void make() {
    parts.stream()
        .filter(part -> Files.exists(incoming.resolve(part)))
        .forEach(
            part -> {
              move(root.resolve(part), outgoing.resolve(part));
              move(incoming.resolve(part), root.resolve(part));
            });
    FileTrees.remove(incoming);
  }

  /** What the folders were is forgotten. */
  public void keep() {
    FileTrees.remove(outgoing);
  }

  /** The folders are again what they were before {@link #make}. */
  public void takeBack() {
    for (String part : parts) {
      FileTrees.remove(root.resolve(part));
      move(outgoing.resolve(part), root.resolve(part));
    }
    keep();
  }

  /** In place of what is there; nothing happens when there is nothing to move. */
  private static void move(Path from, Path to) {
    if (!Files.exists(from)) {
      return;
    }
    try {
      FileTrees.remove(to);
      Files.createDirectories(to.getParent());
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(from + " cannot become " + to, e);
    }
  }
}
