package onair.channel;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onair.test.TestApi;

/** The channel service in a process of its own, which can be killed. */
final class ServiceNode implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofMinutes(5);

  private final int port;
  private final Process process;

  private ServiceNode(int port, Process process) {
    this.port = port;
    this.process = process;
  }

  /**
   * Returns before it answers; see {@link #awaitReady}.
   *
   * @param properties as the service takes them
   * @param output gets what it logs
   */
  static ServiceNode start(Map<String, Object> properties, Path output) {
    int port = freePort();
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx300m",
                "-cp",
                System.getProperty("java.class.path"),
                ChannelApplication.class.getName(),
                "--server.port=" + port));
    properties.forEach((name, value) -> command.add("--" + name + "=" + value));
    File log = output.toFile();
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
              .start();
      // Should this JVM be ended in the middle.
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return new ServiceNode(port, process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  TestApi api() {
    return TestApi.at(port).as("channel-service", ServiceScenario.OWNER);
  }

  void awaitReady() {
    await()
        .atMost(LONGEST_START)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptions()
        .until(() -> TestApi.at(port).get("/actuator/health/readiness").status() == 200);
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
