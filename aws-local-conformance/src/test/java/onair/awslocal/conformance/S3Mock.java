package onair.awslocal.conformance;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adobe's S3Mock in a process of its own, on a free port. */
final class S3Mock implements AutoCloseable {

  private static final Pattern STARTED =
      Pattern.compile("Tomcat started on ports \\d+ \\(https\\), (\\d+) \\(http\\)");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final URI endpoint;

  private S3Mock(Process process, URI endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /**
   * Returns when it listens.
   *
   * @param folder for its log
   */
  static S3Mock start(Path folder) throws IOException {
    File log = folder.resolve("s3mock.log").toFile();
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "com.adobe.testing.s3mock.S3MockApplication",
                "--server.port=0",
                "--http.port=0")
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start();
    try {
      int port =
          await()
              .atMost(PATIENCE)
              .failFast("S3Mock has ended", () -> !process.isAlive())
              .until(() -> port(log), Optional::isPresent)
              .orElseThrow();
      return new S3Mock(process, URI.create("http://127.0.0.1:" + port));
    } catch (RuntimeException e) {
      process.destroyForcibly();
      throw new IllegalStateException("S3Mock does not start:\n" + read(log), e);
    }
  }

  URI endpoint() {
    return endpoint;
  }

  private static Optional<Integer> port(File log) throws IOException {
    Matcher started = STARTED.matcher(read(log));
    return started.find() ? Optional.of(Integer.valueOf(started.group(1))) : Optional.empty();
  }

  private static String read(File log) throws IOException {
    return Files.readString(log.toPath());
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
