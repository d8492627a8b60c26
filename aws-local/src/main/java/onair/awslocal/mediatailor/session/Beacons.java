package onair.awslocal.mediatailor.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.mediatailor.http.FetchFailed;
import onair.awslocal.mediatailor.http.Fetcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells ad servers what was seen, on threads of its own: at most 3 s per attempt, 3 attempts when
 * the server is away or failing. Nobody waits for it.
 */
final class Beacons implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Beacons.class);

  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int ATTEMPTS = 3;
  private static final int AT_A_TIME = 64;
  private static final int MAX_WAITING = 10_000;
  private static final int MAX_ANSWER = 64 * 1024;
  private static final int NO_CONTENT = 204;
  private static final int SERVER_ERROR = 500;

  private final Fetcher fetcher;
  private final Lifecycle lifecycle;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore sending = new Semaphore(AT_A_TIME);
  private final Semaphore waiting = new Semaphore(MAX_WAITING);

  Beacons(Fetcher fetcher, Lifecycle lifecycle) {
    this.fetcher = fetcher;
    this.lifecycle = lifecycle;
  }

  /** Returns at once. */
  void fire(AdPlay.Report report, Viewer viewer, Counting counting) {
    if (report.event().equals("impression")) {
      counting.add("Avail.Impression", 1);
    }
    for (String address : report.addresses()) {
      if (waiting.tryAcquire()) {
        Beacon beacon = new Beacon(filled(address), viewer.headers(), counting, 1);
        threads.submit(() -> send(beacon));
      } else {
        counting.add("Beacon.Errors", 1);
      }
    }
  }

  private record Beacon(
      String address, Map<String, String> headers, Counting counting, int attempt) {

    Beacon again() {
      return new Beacon(address, headers, counting, attempt + 1);
    }
  }

  private void send(Beacon beacon) {
    try {
      sending.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    try {
      fetcher.get(beacon.address(), beacon.headers(), TIMEOUT, MAX_ANSWER);
      done(beacon, "Beacon.Fired");
    } catch (FetchFailed e) {
      if (e.status() > 200 && e.status() <= NO_CONTENT
          || e.reason() == FetchFailed.Reason.TOO_LARGE) {
        done(beacon, "Beacon.Fired");
      } else if (beacon.attempt() < ATTEMPTS && mayPass(e)) {
        lifecycle.after(
            PAUSE.multipliedBy(beacon.attempt()),
            "beacon",
            () -> threads.submit(() -> send(beacon.again())));
      } else {
        LOG.info("Beacon {} failed: {}", beacon.address(), e.getMessage());
        done(beacon, "Beacon.Errors");
      }
    } finally {
      sending.release();
    }
  }

  private void done(Beacon beacon, String counter) {
    beacon.counting().add(counter, 1);
    waiting.release();
  }

  private static boolean mayPass(FetchFailed failure) {
    return switch (failure.reason()) {
      case TIMEOUT, UNREACHABLE -> true;
      case STATUS -> failure.status() >= SERVER_ERROR;
      case TOO_LARGE, ADDRESS -> false;
    };
  }

  /** VAST's own words in brackets. */
  private static String filled(String address) {
    int random = ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);
    return address
        .replace("[CACHEBUSTING]", Integer.toString(random))
        .replace("[TIMESTAMP]", Instant.now().toString())
        .replace("[", "%5B")
        .replace("]", "%5D");
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
