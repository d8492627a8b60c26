package onair.awslocal.mediatailor.creative;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import onair.awslocal.media.transcode.CmafSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Transcoded sets on disk: {@code <root>/<key>/} with the set's files and {@code set.json}, which
 * is written last. Those not used for longest go when there are too many.
 */
final class CreativeFolder {

  private static final Logger LOG = LoggerFactory.getLogger(CreativeFolder.class);

  private static final int MOST = 100;
  private static final String SET = "set.json";
  private static final String INCOMING = "incoming";
  private static final JsonMapper JSON = new JsonMapper();

  private final Path root;

  CreativeFolder(Path root) {
    this.root = root;
    try {
      delete(root.resolve(INCOMING));
      Files.createDirectories(root.resolve(INCOMING));
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + root + " cannot be used.", e);
    }
  }

  Path of(String key) {
    return root.resolve(key);
  }

  /** A file that is not there yet. */
  Path download() {
    return root.resolve(INCOMING).resolve(UUID.randomUUID().toString());
  }

  /** The complete set of a key; null when there is none. */
  @Nullable CmafSet find(String key) {
    Path file = of(key).resolve(SET);
    try {
      return Files.exists(file) ? JSON.readValue(Files.readAllBytes(file), CmafSet.class) : null;
    } catch (IOException | JacksonException e) {
      LOG.warn("The set in {} cannot be read and is made again", file, e);
      return null;
    }
  }

  Path empty(String key) throws IOException {
    delete(of(key));
    return Files.createDirectories(of(key));
  }

  /** From now on it is complete. */
  void keep(String key, CmafSet set) throws IOException {
    Path written = of(key).resolve(SET + ".part");
    Files.write(written, JSON.writeValueAsBytes(set));
    Files.move(written, of(key).resolve(SET), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Says that it is in use. */
  void touch(String key) {
    try {
      Files.setLastModifiedTime(of(key).resolve(SET), FileTime.from(Instant.now()));
    } catch (IOException e) {
      LOG.debug("{} cannot be touched", key, e);
    }
  }

  /** Removes what is too much, telling each key before. */
  void forget(Consumer<String> key) {
    try (Stream<Path> folders = Files.list(root)) {
      List<Path> sets =
          folders
              .filter(folder -> Files.exists(folder.resolve(SET)))
              .sorted(Comparator.comparing(CreativeFolder::used).reversed())
              .toList();
      for (Path old : sets.subList(Math.min(MOST, sets.size()), sets.size())) {
        key.accept(old.getFileName().toString());
        delete(old);
      }
    } catch (IOException e) {
      LOG.warn("Old creatives in {} cannot be removed", root, e);
    }
  }

  private static FileTime used(Path folder) {
    try {
      return Files.getLastModifiedTime(folder.resolve(SET));
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
