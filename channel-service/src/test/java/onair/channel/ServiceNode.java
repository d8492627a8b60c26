package onair.channel;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onair.test.TestApi;

/** The channel service in a process of its own, which can be killed. */
final class ServiceNode implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofMinutes(5);

  private static final Pattern LISTENING = Pattern.compile("Tomcat started on port (\\d+)");

  private final Process process;
  private final Path output;
  private volatile int port;

  private ServiceNode(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Returns before it answers; see {@link #awaitReady}.
   *
   * @param java the program and its options, up to the name of the class
   * @param properties as the service takes them
   * @param output gets what it logs, and nothing else does
   */
  static ServiceNode start(List<String> java, Map<String, Object> properties, Path output) {
    List<String> command = new ArrayList<>(java);
    command.add(ChannelApplication.class.getName());
    command.add("--server.port=0");
    properties.forEach((name, value) -> command.add("--" + name + "=" + value));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      // Should this JVM be ended in the middle.
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return new ServiceNode(process, output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws UncheckedIOException when it does not listen yet
   * @throws IllegalStateException with what it said when it has ended
   */
  private int port() {
    if (port > 0) {
      return port;
    }
    try {
      String said = Files.readString(output);
      Matcher listening = LISTENING.matcher(said);
      if (listening.find()) {
        port = Integer.parseInt(listening.group(1));
        return port;
      }
      if (!process.isAlive()) {
        throw new IllegalStateException("it ended: " + said);
      }
      throw new ConnectException("it does not listen yet");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  TestApi api() {
    return TestApi.at(port()).as("channel-service", ServiceScenario.OWNER);
  }

  void awaitReady() {
    await()
        .atMost(LONGEST_START)
        .pollInterval(Duration.ofMillis(100))
        .ignoreException(UncheckedIOException.class)
        .until(() -> TestApi.at(port()).get("/actuator/health/readiness").status() == 200);
  }

  /** It ends when it is done with what it does, as when it is told to by an operator. */
  void stop() {
    process.destroy();
    process.onExit().join();
  }

  /** As {@code kill -9}: it ends in the middle of whatever it does. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
