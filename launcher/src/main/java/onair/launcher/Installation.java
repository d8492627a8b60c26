package onair.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The built programs of a checkout, and the JDK that runs them.
 *
 * @param root the checkout
 * @param java the JDK's {@code java}
 */
public record Installation(Path root, Path java) {

  /**
   * The checkout named by {@code onair.root} (else the working folder), run by the JVM we are in.
   */
  public static Installation current() {
    Path root = Path.of(System.getProperty("onair.root", "")).toAbsolutePath().normalize();
    return new Installation(root, Path.of(System.getProperty("java.home"), "bin", "java"));
  }

  /** Class path of {@code aws-local}: this launcher's own libraries hold it. */
  String launcherClasspath() {
    Path target = root.resolve("launcher/target");
    return single(target, "launcher-", ".jar") + ":" + target.resolve("lib") + "/*";
  }

  /**
   * Unpacks a service's runnable jar, because a JVM starts faster from plain jars than from jars in
   * a jar.
   *
   * @return the runnable jar of the unpacked form
   * @throws LauncherException when the service is not built
   */
  Path unpack(Home home, String service) {
    Path packed = single(root.resolve(service).resolve("target"), service + "-", "-exec.jar");
    try {
      String version = Files.size(packed) + "-" + Files.getLastModifiedTime(packed).toMillis();
      Path folder = home.applications().resolve(service);
      Path current = folder.resolve(version);
      if (!Files.exists(current)) {
        deleteTree(folder);
        Path next = folder.resolve(version + ".new");
        extract(packed, next);
        Files.move(next, current);
      }
      return single(current, service + "-", ".jar");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void extract(Path packed, Path destination) throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    java.toString(),
                    "-Djarmode=tools",
                    "-XX:TieredStopAtLevel=1",
                    "-jar",
                    packed.toString(),
                    "extract",
                    "--destination",
                    destination.toString()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new LauncherException(
            packed + " could not be unpacked; is the disk full? Build again with ./onair build.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      throw new LauncherException("Interrupted while unpacking " + packed, e);
    }
  }

  private static Path single(Path folder, String prefix, String suffix) {
    try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
      return files
          .filter(
              file ->
                  file.getFileName().toString().startsWith(prefix)
                      && file.getFileName().toString().endsWith(suffix))
          .min(Comparator.comparing(file -> file.getFileName().toString().length()))
          .orElseThrow(
              () ->
                  new LauncherException(
                      "There is no "
                          + prefix
                          + "*"
                          + suffix
                          + " in "
                          + folder
                          + ". Build first: ./onair build"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
