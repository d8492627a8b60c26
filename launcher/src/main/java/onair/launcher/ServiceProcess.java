package onair.launcher;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one service running: starts it, waits until it is healthy, restarts it with a growing pause
 * when it dies.
 */
final class ServiceProcess {

  /** Where the service stands. */
  enum State {
    STARTING,
    READY,
    RESTARTING,
    STOPPED
  }

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(20);
  private static final Path OWN_SESSION = Path.of("/usr/bin/setsid");

  private final ServiceSpec spec;
  private final Path log;
  private final Progress progress;
  private final HttpClient http;
  private final CountDownLatch firstReady = new CountDownLatch(1);
  private volatile State state = State.STARTING;
  private volatile boolean wanted = true;
  private volatile int restarts;
  private volatile @Nullable Process process;
  private volatile @Nullable Thread keeper;

  ServiceProcess(ServiceSpec spec, Path log, Progress progress, HttpClient http) {
    this.spec = spec;
    this.log = log;
    this.progress = progress;
    this.http = http;
  }

  ServiceSpec spec() {
    return spec;
  }

  void start() {
    keeper = Thread.ofVirtual().name("keep-" + spec.name()).start(this::keep);
  }

  /**
   * Waits for the first healthy answer.
   *
   * @throws LauncherException when it does not come in time
   */
  void awaitReady(Duration patience) throws InterruptedException {
    if (!firstReady.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new LauncherException(
          "%s did not become healthy within %d s. The end of its log, %s:%n%s"
              .formatted(spec.name(), patience.toSeconds(), log, tail()));
    }
  }

  /** Asks the process to end, kills it after a while, and returns when it is gone. */
  void stop() throws InterruptedException {
    wanted = false;
    Process running = process;
    if (running != null) {
      running.destroy();
      if (!running.waitFor(PATIENCE_AT_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        running.destroyForcibly().waitFor();
      }
    }
    Thread current = keeper;
    if (current != null) {
      current.interrupt();
      current.join();
    }
    state = State.STOPPED;
  }

  PlatformStatus.Service status() {
    Process running = process;
    long pid = running == null || !running.isAlive() ? 0 : running.pid();
    return new PlatformStatus.Service(
        spec.name(),
        state.name().toLowerCase(java.util.Locale.ROOT),
        pid,
        restarts,
        spec.health().toString());
  }

  private void keep() {
    Duration pause = Duration.ofSeconds(1);
    try {
      while (wanted) {
        Instant started = Instant.now();
        Process running = launch();
        boolean healthy = awaitHealthy(running, started);
        int exit = running.waitFor();
        if (!wanted) {
          return;
        }
        state = State.RESTARTING;
        restarts++;
        pause = healthy ? Duration.ofSeconds(1) : longer(pause);
        progress.died(spec.name(), exit, pause, log);
        Thread.sleep(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      progress.failed(spec.name(), String.valueOf(e.getMessage()));
    }
  }

  private Process launch() throws IOException {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(OWN_SESSION)) {
      command.add(
          OWN_SESSION
              .toString()); // Ctrl-C in the terminal is for the launcher, which stops things in
      // order.
    }
    command.addAll(spec.command());
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> inherited = System.getenv();
    builder.environment().keySet().retainAll(List.of("PATH", "HOME", "LANG", "TMPDIR"));
    builder.environment().putIfAbsent("LANG", inherited.getOrDefault("LANG", "C.UTF-8"));
    builder.environment().putAll(spec.environment());
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    state = restarts == 0 ? State.STARTING : State.RESTARTING;
    Process running = builder.start();
    process = running;
    return running;
  }

  private boolean awaitHealthy(Process running, Instant started) throws InterruptedException {
    HttpRequest probe =
        HttpRequest.newBuilder(spec.health()).timeout(Duration.ofSeconds(2)).build();
    while (running.isAlive() && wanted) {
      try {
        if (http.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          state = State.READY;
          progress.ready(spec.name(), Duration.between(started, Instant.now()));
          firstReady.countDown();
          return true;
        }
      } catch (IOException e) {
        state = restarts == 0 ? State.STARTING : State.RESTARTING; // not listening yet
      }
      running.waitFor(150, TimeUnit.MILLISECONDS);
    }
    return false;
  }

  private String tail() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join(
          System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    } catch (IOException e) {
      return "(unreadable: " + e.getMessage() + ")";
    }
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }
}
