package onair.account.event;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import onair.common.event.EventConfirmed;
import onair.common.event.Outbox;
import org.springframework.transaction.support.TransactionOperations;

/** Tells each service, now and then, which of its events are kept here. */
final class Receipts {

  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private final ReceiptStore store;
  private final EventIntake intake;
  private final Outbox outbox;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  Receipts(
      ReceiptStore store,
      EventIntake intake,
      Outbox outbox,
      TransactionOperations transactions,
      InstantSource clock) {
    this.store = store;
    this.intake = intake;
    this.outbox = outbox;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Confirms what was taken, and how long to rest before the next time. */
  Duration round() {
    boolean goOn =
        Boolean.TRUE.equals(transactions.execute(status -> intake.goOnWithoutWhatNeverCame()));
    Map<String, List<String>> confirmed =
        Objects.requireNonNull(transactions.execute(status -> confirm()));
    return goOn || !confirmed.isEmpty() ? Duration.ofMillis(500) : INTERVAL;
  }

  private Map<String, List<String>> confirm() {
    Map<String, List<String>> bySource = store.take();
    bySource.forEach(
        (source, ids) -> outbox.publish(EventConfirmed.event(source, ids, clock.instant())));
    return bySource;
  }
}
