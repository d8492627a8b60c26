package onair.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The platform, started by this process and stopped with it. Only one runs per {@link Home}. */
public final class RunningPlatform implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(180);

  private final Platform platform;
  private final Supervisor supervisor;
  private final FileChannel channel;
  private final FileLock lock;
  private boolean closed;

  private RunningPlatform(
      Platform platform, Supervisor supervisor, FileChannel channel, FileLock lock) {
    this.platform = platform;
    this.supervisor = supervisor;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Starts everything and returns when each part is healthy; whatever was started is stopped again
   * when one does not come up.
   *
   * @throws LauncherException when it runs already, a port is taken, or a part does not become
   *     healthy
   */
  public static RunningPlatform start(
      Installation installation, Home home, Ports ports, Progress progress)
      throws InterruptedException {
    FileChannel channel = open(home);
    FileLock lock = tryLock(channel);
    if (lock == null) {
      closeQuietly(channel);
      throw new LauncherException(
          "OnAir is already running here (process %d). './onair status' shows it, './onair down' stops it."
              .formatted(PlatformStatus.read(home).pid()));
    }
    try {
      Leftovers.end(home, progress);
      ports.requireFree();
      Secrets secrets = new Secrets(home);
      Platform platform = new Platform(installation, home, ports, secrets);
      Supervisor supervisor = new Supervisor(home, ports, secrets, platform, progress);
      RunningPlatform running = new RunningPlatform(platform, supervisor, channel, lock);
      try {
        Instant deadline = Instant.now().plus(PATIENCE);
        supervisor.start(PATIENCE);
        awaitAnswers(platform, deadline);
        Secrets.writePrivately(home.localEnv(), shell(platform.localEnv()));
        return running;
      } catch (InterruptedException | RuntimeException e) {
        supervisor.stop();
        throw e;
      }
    } catch (InterruptedException | RuntimeException e) {
      closeQuietly(channel);
      throw e;
    }
  }

  /**
   * Healthy parts are not yet a platform: each service must answer through the gateway with our
   * key.
   */
  private static void awaitAnswers(Platform platform, Instant deadline)
      throws InterruptedException {
    Map<String, String> env = platform.localEnv();
    Api api = new Api(URI.create(platform.url()), env.getOrDefault("ONAIR_API_KEY", ""));
    for (String path : List.of("/v1/whoami", "/v1/channels?limit=1", "/v1/distributions")) {
      Api.Answer answer = api.get(path);
      while (answer.status() != 200) {
        if (Instant.now().isAfter(deadline)) {
          throw new LauncherException(
              "The platform does not answer GET %s: %d %s"
                  .formatted(path, answer.status(), answer.body()));
        }
        Thread.sleep(200);
        answer = api.get(path);
      }
    }
  }

  /** Whether some process runs the platform of this home. */
  static boolean isUp(Home home) {
    try (FileChannel channel = open(home)) {
      FileLock lock = tryLock(channel);
      if (lock != null) {
        lock.release();
      }
      return lock == null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * {@code ONAIR_URL}, {@code ONAIR_API_KEY}, {@code ONAIR_AWS_ENDPOINT} and {@code
   * ONAIR_RTMP_URL}.
   */
  public Map<String, String> localEnv() {
    return platform.localEnv();
  }

  /** Who signs in to the dashboard of a new installation. */
  public record Owner(String email, String password) {}

  /** The owner that was made on first start. */
  public Owner owner() {
    return platform.owner();
  }

  /** Resident memory of each process in bytes, by name; ffmpeg is not among them. */
  public Map<String, Long> residentMemory() {
    return supervisor.residentMemory();
  }

  /** The process behind a service's name, to be killed by a test that wants to see it come back. */
  public ProcessHandle process(String service) {
    return supervisor.process(service);
  }

  /**
   * Another process of a service, not started yet, on the same database: what a second replica is.
   * It is whoever asks for it who gives it a {@code SERVER_PORT} of its own and ends it.
   */
  public ProcessBuilder another(String service) {
    ServiceSpec spec = supervisor.spec(service);
    var another = new ProcessBuilder(spec.command()).redirectErrorStream(true);
    another.environment().putAll(spec.environment());
    return another;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    supervisor.stop();
    try {
      lock.release();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      closeQuietly(channel);
    }
  }

  private static String shell(Map<String, String> values) {
    return new TreeMap<>(values)
        .entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
            .collect(Collectors.joining());
  }

  private static FileChannel open(Home home) {
    try {
      return FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by this very process
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
