package onair.awslocal.media.encoder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers on disk which programs run, as they outlive a process of ours that is killed: the next
 * one ends them before it begins their work again.
 */
public final class Leftovers {

  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
  private static final String SUFFIX = ".pid";

  private final Path folder;

  /**
   * @param folder of whoever begins them, made when missing
   */
  public Leftovers(Path folder) {
    this.folder = folder;
  }

  public void remember(Process process) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(file(process), startOf(process.toHandle()));
  }

  /** What cannot be forgotten does no harm: its number will be another program's. */
  public void forget(Process process) {
    try {
      Files.deleteIfExists(file(process));
    } catch (IOException e) {
      LOG.debug("The program {} is still remembered", process.pid(), e);
    }
  }

  /** Ends those that a former process remembered; an id that is another program's now is let be. */
  public void end() throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        long id = Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
        String start = Files.readString(file);
        ProcessHandle.of(id)
            .filter(handle -> !start.isEmpty() && start.equals(startOf(handle)))
            .ifPresent(
                handle -> {
                  LOG.info("Ending the program {} of a former process", id);
                  handle.destroyForcibly();
                });
        Files.delete(file);
      }
    }
  }

  private Path file(Process process) {
    return folder.resolve(process.pid() + SUFFIX);
  }

  /** Empty when the machine does not tell. */
  private static String startOf(ProcessHandle handle) {
    return handle.info().startInstant().map(Object::toString).orElse("");
  }
}
