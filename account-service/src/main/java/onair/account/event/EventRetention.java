package onair.account.event;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Forgets the oldest events of each log, a few at a time. What is left begins behind {@code
 * event_head.forgotten} and is without gaps.
 */
final class EventRetention {

  private static final Duration INTERVAL = Duration.ofHours(1);
  private static final int LOGS = 50;
  private static final int EVENTS = 1000;

  private final EventStore events;
  private final TransactionOperations transactions;
  private final Duration kept;
  private final InstantSource clock;

  EventRetention(
      EventStore events, TransactionOperations transactions, Duration kept, InstantSource clock) {
    this.events = events;
    this.transactions = transactions;
    this.kept = kept;
    this.clock = clock;
  }

  /** Shortens the logs that begin too early; how long to rest. */
  Duration round() {
    Instant before = clock.instant().minus(kept);
    List<String> logs = events.logsFromBefore(before, LOGS);
    logs.forEach(
        log -> transactions.executeWithoutResult(status -> events.forget(log, before, EVENTS)));
    return logs.isEmpty() ? INTERVAL : Duration.ZERO;
  }
}
