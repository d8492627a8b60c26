package onair.channel;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * What many nodes are started from: the class path of this JVM, and a cache of what a first node
 * made of it (JEP 514), by which the others start in a fraction of the time. The cache takes no
 * folders of classes, so that they are packed.
 */
final class NodeImage {

  private final String classPath;
  private final Path cache;

  private NodeImage(String classPath, Path cache) {
    this.classPath = classPath;
    this.cache = cache;
  }

  /**
   * Without a cache so far.
   *
   * @param folder where it is kept
   */
  static NodeImage in(Path folder) {
    List<String> packed = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      if (Files.isRegularFile(path)) {
        packed.add(entry);
      } else if (Files.isDirectory(path)) {
        packed.add(pack(path, folder.resolve("classes-" + packed.size() + ".jar")));
      }
    }
    return new NodeImage(
        String.join(File.pathSeparator, packed), folder.resolve("channel-service.aot"));
  }

  private static String pack(Path classes, Path jar) {
    ToolProvider tool = ToolProvider.findFirst("jar").orElseThrow();
    String[] arguments = {"--create", "--file", jar.toString(), "-C", classes.toString(), "."};
    if (tool.run(System.out, System.err, arguments) != 0) {
      throw new IllegalStateException(classes + " could not be packed");
    }
    return jar.toString();
  }

  /** Of the node that the cache is made of: what it does until it is stopped. */
  List<String> firstCommand() {
    return command("-XX:AOTCacheOutput=" + cache);
  }

  /**
   * Of all others.
   *
   * @throws IllegalStateException when no first one has been stopped
   */
  List<String> command() {
    if (!Files.exists(cache)) {
      throw new IllegalStateException("the first node has left no cache");
    }
    return command("-XX:AOTCache=" + cache);
  }

  private List<String> command(String cached) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx300m",
        "-Xlog:disable",
        cached,
        "-cp",
        classPath);
  }
}
