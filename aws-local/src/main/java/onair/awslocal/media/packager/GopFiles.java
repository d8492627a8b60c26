package onair.awslocal.media.packager;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import onair.awslocal.media.packager.Gop.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bytes of the GOPs, in one folder per run. Files are written once and never changed. */
final class GopFiles {

  private static final Logger LOG = LoggerFactory.getLogger(GopFiles.class);

  private final Path folder;

  private GopFiles(Path folder) {
    this.folder = folder;
  }

  /** Takes the folder and empties it: no index survives a restart. */
  static GopFiles in(Path folder) throws IOException {
    if (Files.exists(folder)) {
      deleteTree(folder);
    }
    return new GopFiles(Files.createDirectories(folder));
  }

  Path folder() {
    return folder;
  }

  Path write(long run, String rendition, long number, byte[] bytes) throws IOException {
    Path runFolder = folder.resolve(Long.toString(run));
    if (number == 0) {
      Files.createDirectories(runFolder);
    }
    return Files.write(runFolder.resolve(rendition + "_" + number + ".m4s"), bytes);
  }

  /**
   * These parts one after the other.
   *
   * @throws NoSuchFileException when one has been deleted meanwhile
   */
  byte[] read(List<Part> parts) throws IOException {
    ByteArrayOutputStream bytes =
        new ByteArrayOutputStream(parts.stream().mapToInt(Part::size).sum());
    for (Part part : parts) {
      if (part.size() > 0) {
        Files.copy(part.file(), bytes);
      }
    }
    return bytes.toByteArray();
  }

  void delete(Gop gop) {
    for (Part part : gop.parts()) {
      if (part.size() > 0) {
        delete(part.file());
      }
    }
  }

  /** Removes a run's folder once its last GOP is deleted. */
  void deleteRun(Run run) {
    delete(folder.resolve(Long.toString(run.id())));
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (DirectoryNotEmptyException e) {
      LOG.debug("{} still has a file being written, which removes it", path);
    } catch (IOException e) {
      LOG.warn("Cannot delete {}", path, e);
    }
  }

  private static void deleteTree(Path root) throws IOException {
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
