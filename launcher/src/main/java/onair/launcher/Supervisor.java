package onair.launcher;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onair.launcher.Ports.Part;
import org.jspecify.annotations.Nullable;

/**
 * Starts the platform's processes together, keeps the status file true, brings PostgreSQL back when
 * it dies, stops in order.
 */
final class Supervisor {
  private final Home home;
  private final Ports ports;
  private final Secrets secrets;
  private final Platform platform;
  private final Progress progress;
  private final Instant startedAt = Instant.now();
  private final List<ServiceProcess> services = new ArrayList<>();
  private volatile String state = "starting";
  private volatile @Nullable Database database;
  private volatile @Nullable Thread watcher;

  Supervisor(Home home, Ports ports, Secrets secrets, Platform platform, Progress progress) {
    this.home = home;
    this.ports = ports;
    this.secrets = secrets;
    this.platform = platform;
    this.progress = progress;
  }

  void start(Duration patience) throws InterruptedException {
    Instant begun = Instant.now();
    writeStatus();
    Database started = startDatabase();
    database = started;
    progress.ready("PostgreSQL", Duration.between(begun, Instant.now()));
    HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    for (ServiceSpec spec : platform.services(started)) {
      ServiceProcess service = new ServiceProcess(spec, home.log(spec.name()), progress, http);
      services.add(service);
      service.start();
    }
    watcher = Thread.ofVirtual().name("watch").start(this::watch);
    for (ServiceProcess service : services) {
      service.awaitReady(patience.minus(Duration.between(begun, Instant.now())));
    }
    state = "up";
    writeStatus();
  }

  /** The door first, so that nobody is served by half a platform; the database last. */
  void stop() {
    state = "stopping";
    writeStatus();
    try {
      Thread watching = watcher;
      if (watching != null) {
        watching.interrupt();
        watching.join();
      }
      List<Thread> stoppers = services.reversed().stream().map(Supervisor::stopping).toList();
      for (Thread stopper : stoppers) {
        stopper.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Database running = database;
    if (running != null) {
      running.close();
    }
    state = "down";
    writeStatus();
  }

  ProcessHandle process(String name) {
    return services.stream()
        .map(ServiceProcess::status)
        .filter(service -> service.name().equals(name))
        .findFirst()
        .flatMap(service -> ProcessHandle.of(service.pid()))
        .orElseThrow(() -> new IllegalArgumentException("No process " + name));
  }

  ServiceSpec spec(String name) {
    return services.stream()
        .map(ServiceProcess::spec)
        .filter(spec -> spec.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No process " + name));
  }

  Map<String, Long> residentMemory() {
    Map<String, Long> bytes = new LinkedHashMap<>();
    Database running = database;
    if (running != null) {
      running
          .process()
          .ifPresent(
              postgres ->
                  bytes.put(
                      "PostgreSQL",
                      Memory.resident(postgres)
                          + postgres.descendants().mapToLong(Memory::resident).sum()));
    }
    for (ServiceProcess service : services) {
      PlatformStatus.Service status = service.status();
      ProcessHandle.of(status.pid())
          .ifPresent(process -> bytes.put(status.name(), Memory.resident(process)));
    }
    return bytes;
  }

  private static Thread stopping(ServiceProcess service) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                service.stop();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private Database startDatabase() {
    return Database.start(home, ports.of(Part.POSTGRES), secrets, System.getenv());
  }

  /** Once a second: the status file, and the database if its process is gone. */
  private void watch() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        reviveDatabase();
        writeStatus();
        Thread.sleep(1000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void reviveDatabase() {
    Database running = database;
    if (running != null && running.hasDied()) {
      progress.step("PostgreSQL died; starting it again");
      try {
        running.close();
        database = startDatabase();
      } catch (LauncherException e) {
        progress.failed("PostgreSQL", String.valueOf(e.getMessage()));
      }
    }
  }

  private synchronized void writeStatus() {
    List<PlatformStatus.Service> now = services.stream().map(ServiceProcess::status).toList();
    PlatformStatus status =
        state.equals("down")
            ? PlatformStatus.down()
            : new PlatformStatus(
                state, ProcessHandle.current().pid(), startedAt.toString(), platform.url(), now);
    Secrets.writePrivately(home.status(), status.toJson() + System.lineSeparator());
  }

  /** Resident set sizes from the kernel. */
  private static final class Memory {
    static long resident(ProcessHandle process) {
      try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
        return lines
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
            .sum();
      } catch (IOException e) {
        return 0; // it ended meanwhile, or this is no Linux
      }
    }
  }
}
