package onair.ads.adbreak;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import onair.common.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Adds up decisions in memory and writes the sums down twice a second, because all viewers of a
 * break ask in the same one. What was not written when the process dies is missing from the break's
 * outcome and its report, and from nothing else.
 */
public final class DecisionTally implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(DecisionTally.class);
  private static final Duration PERIOD = Duration.ofMillis(500);

  private final Map<Avail, Decisions> sums = new ConcurrentHashMap<>();
  private final AdBreaks adBreaks;
  private final TransactionOperations transactions;
  private final InstantSource clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("decision-tally").factory());
  private @Nullable ScheduledFuture<?> beat;

  DecisionTally(AdBreaks adBreaks, TransactionOperations transactions, InstantSource clock) {
    this.adBreaks = adBreaks;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * A viewer's break was decided.
   *
   * @param organizationId whose ads were chosen
   * @param spliceEventId as MediaTailor told it
   */
  public void decided(
      String organizationId, String playbackId, long spliceEventId, Decision decision) {
    sums.compute(
        new Avail(organizationId, playbackId, spliceEventId),
        (avail, sum) -> sum == null ? new Decisions(decision, clock.instant()) : sum.add(decision));
  }

  /** Writes down what came together since the last time; what cannot be written is kept. */
  void flush() {
    for (Avail avail : List.copyOf(sums.keySet())) {
      Decisions sum = sums.remove(avail);
      if (sum != null) {
        write(avail, sum);
      }
    }
  }

  private void write(Avail avail, Decisions sum) {
    try {
      Tenancy.runAs(
          avail.organizationId(),
          () -> transactions.executeWithoutResult(ignored -> adBreaks.asked(avail, sum)));
    } catch (RuntimeException failure) { // the database is away: again at the next beat
      sums.merge(avail, sum, (later, earlier) -> earlier.plus(later));
      LOG.warn("Decisions of {} are written later: {}", avail, failure.toString());
    }
  }

  @Override
  public synchronized void start() {
    beat =
        timer.scheduleWithFixedDelay(
            this::flush, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void stop() {
    timer.shutdown();
    flush();
    beat = null;
  }

  @Override
  public synchronized boolean isRunning() {
    return beat != null;
  }
}
