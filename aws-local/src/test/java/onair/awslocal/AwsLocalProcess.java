package onair.awslocal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An aws-local in a process of its own, as people run it. */
final class AwsLocalProcess {

  private static final Pattern UP =
      Pattern.compile(".*aws-local is up: AWS API (\\S+), CDN edge (\\S+), ingest (\\S+), .*");

  private final Process process;
  private final Map<String, String> environment;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Thread reader;
  private final URI endpoint;
  private final URI edge;
  private final URI ingest;

  private AwsLocalProcess(Process process, Map<String, String> environment) throws IOException {
    this.process = process;
    this.environment = environment;
    BufferedReader output = process.inputReader();
    Matcher up = awaitUp(output);
    this.endpoint = URI.create(up.group(1));
    this.edge = URI.create(up.group(2));
    this.ingest = URI.create(up.group(3));
    this.reader = Thread.ofPlatform().daemon().start(() -> output.lines().forEach(lines::add));
  }

  /** With any free ports. Returns when everything listens. */
  static AwsLocalProcess start(Path folder) {
    return start(folder, Map.of());
  }

  /**
   * @param more environment variables
   */
  static AwsLocalProcess start(Path folder, Map<String, String> more) {
    Map<String, String> environment =
        new HashMap<>(
            Map.of(
                "AWS_LOCAL_PORT", "0",
                "AWS_LOCAL_EDGE_PORT", "0",
                "AWS_LOCAL_RTMP_PORT", "0",
                "AWS_LOCAL_DATA", folder.toString()));
    environment.putAll(more);
    try {
      return new AwsLocalProcess(begun(environment), environment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process alone, which may end before it listens. */
  static Process begun(Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            AwsLocal.class.getName());
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().putAll(environment);
    return builder.redirectErrorStream(true).start();
  }

  long pid() {
    return process.pid();
  }

  URI endpoint() {
    return endpoint;
  }

  URI edge() {
    return edge;
  }

  URI ingest() {
    return ingest;
  }

  /** What it has printed since it listens. */
  List<String> lines() {
    return lines;
  }

  /** As kill -9 does; gives back the processes it had of its own. */
  List<ProcessHandle> kill() throws InterruptedException {
    List<ProcessHandle> own = process.descendants().toList();
    process.destroyForcibly().waitFor();
    reader.join();
    return own;
  }

  /** As Ctrl-C does; gives back the exit code. */
  int stop() throws InterruptedException {
    process.toHandle().destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("aws-local does not end: " + lines);
    }
    reader.join();
    return process.exitValue();
  }

  /** Another process, on the same folder and the same ports. */
  AwsLocalProcess again() {
    Map<String, String> same = new HashMap<>(environment);
    same.put("AWS_LOCAL_PORT", Integer.toString(endpoint.getPort()));
    same.put("AWS_LOCAL_EDGE_PORT", Integer.toString(edge.getPort()));
    same.put("AWS_LOCAL_RTMP_PORT", Integer.toString(ingest.getPort()));
    return start(Path.of(environment.get("AWS_LOCAL_DATA")), same);
  }

  private Matcher awaitUp(BufferedReader output) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher up = UP.matcher(line);
      if (up.matches()) {
        return up;
      }
      lines.add(line);
    }
    throw new AssertionError("aws-local did not start: " + lines);
  }
}
