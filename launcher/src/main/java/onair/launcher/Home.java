package onair.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder that holds everything one installation owns: data, secrets, logs and what is running.
 * Deleting it is a factory reset.
 *
 * @param root the {@code .onair} folder, absolute
 */
public record Home(Path root) {

  /** Makes the folder, readable by its owner only. */
  public Home {
    root = root.toAbsolutePath().normalize();
    try {
      Files.createDirectories(root);
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path config() {
    return root.resolve("config.properties");
  }

  Path secrets() {
    return root.resolve("secrets.properties");
  }

  /**
   * What a shell sources to talk to the running platform; mode 600 because it holds the API key.
   */
  public Path localEnv() {
    return root.resolve("local.env");
  }

  Path keys() {
    return folder("keys");
  }

  Path data(String part) {
    return folder("data").resolve(part);
  }

  Path logs() {
    return folder("logs");
  }

  Path log(String service) {
    return logs().resolve(service + ".log");
  }

  Path applications() {
    return folder("app");
  }

  Path lock() {
    return folder("run").resolve("lock");
  }

  Path status() {
    return folder("run").resolve("status.json");
  }

  /**
   * Stands on the command line of each process this home started, so that leftovers can be told
   * from everything else.
   */
  String marker() {
    return "-Donair.home=" + root;
  }

  private Path folder(String name) {
    try {
      return Files.createDirectories(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
