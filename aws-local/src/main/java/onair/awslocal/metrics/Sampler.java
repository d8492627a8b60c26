package onair.awslocal.metrics;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks again and again what cannot be counted as it happens: bit rates, frame rates, how many
 * alerts there are. By the system's time, as media is; the values get the local clock's.
 */
public final class Sampler implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Sampler.class);

  /** How MediaLive and MediaConnect measure. */
  private static final Duration EVERY = Duration.ofSeconds(10);

  private final List<Runnable> probes = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("metrics").factory());

  /** Asks this from now on; it adds what it finds to the metrics. */
  public void add(Runnable probe) {
    probes.add(probe);
  }

  /** Asks every ten seconds from now on. */
  public void start() {
    timer.scheduleAtFixedRate(
        this::sample, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Asks now. A probe that fails is logged and stops no other. */
  public void sample() {
    for (Runnable probe : probes) {
      try {
        probe.run();
      } catch (RuntimeException e) {
        LOG.warn("A metric could not be measured", e);
      }
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
