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

  private final List<String> prefix;

  private Fence(List<String> prefix) {
    this.prefix = List.copyOf(prefix);
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
    for (List<String> tool :
        List.of(
            List.of("nice", "-n", "10"),
            List.of("prlimit", "--core=0", "--fsize=" + LARGEST_OUTPUT, "--"))) {
      if (works(tool)) {
        prefix.addAll(tool);
      }
    }
    return new Fence(prefix);
  }

  /** The command behind the fence; the process keeps its id, as each tool becomes the next. */
  ProcessBuilder process(List<String> command, Path emptyFolder) {
    List<String> all = new ArrayList<>(prefix);
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
