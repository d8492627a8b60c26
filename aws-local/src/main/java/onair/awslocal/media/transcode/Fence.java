package onair.awslocal.media.transcode;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands between a program that reads a stranger's file and this machine: no network where the
 * kernel lets us take it away, a low priority, no core dumps, no endless file. Each is left out
 * where its tool does not work. The demuxers and protocols are fenced by {@link InputArguments}.
 */
final class Fence {

  private static final Logger LOG = LoggerFactory.getLogger(Fence.class);
  private static final long LARGEST_OUTPUT = 64L << 30;

  private static final List<String> LOW_PRIORITY = List.of("nice", "-n", "10");

  private final List<String> prefix;
  private final List<String> priority;

  private Fence(List<String> prefix, List<String> priority) {
    this.prefix = List.copyOf(prefix);
    this.priority = List.copyOf(priority);
  }

  /** Tries the tools that this machine has. */
  static Fence ofThisMachine() {
    List<String> prefix = new ArrayList<>();
    List<List<String>> networks =
        List.of(List.of("unshare", "-n", "--"), List.of("unshare", "-r", "-n", "--"));
    networks.stream()
        .filter(Fence::works)
        .findFirst()
        .ifPresentOrElse(
            prefix::addAll,
            () -> LOG.warn("Files are transcoded with the network in reach: unshare -n fails"));
    List<String> limits = List.of("prlimit", "--core=0", "--fsize=" + LARGEST_OUTPUT, "--");
    if (works(limits)) {
      prefix.addAll(limits);
    }
    return new Fence(prefix, works(LOW_PRIORITY) ? LOW_PRIORITY : List.of());
  }

  /**
   * The command behind the fence; the process keeps its id, as each tool becomes the next.
   *
   * @param background whether everything else on this machine goes before it
   */
  ProcessBuilder process(List<String> command, Path emptyFolder, boolean background) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(background ? priority : List.of());
    all.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(all).directory(emptyFolder.toFile());
    String path = System.getenv().getOrDefault("PATH", "");
    builder.environment().clear(); // what is in ours is none of its business
    builder.environment().put("PATH", path);
    return builder.redirectInput(new File("/dev/null"));
  }

  private static boolean works(List<String> tool) {
    List<String> command = new ArrayList<>(tool);
    command.add("true");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      return false; // not installed
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
