package onair.common.event;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import onair.common.aws.AwsFailure;
import onair.common.aws.AwsFailures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/**
 * Moves events from the outbox to EventBridge: at least once, and those of one resource in their
 * order. Any number of instances may do so at the same time. A batch stays locked while EventBridge
 * is asked, so a crash in between sends it again.
 */
final class OutboxRelay {

  private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

  /** Most entries of one PutEvents call. */
  private static final int BATCH = 10;

  /** How often it is looked for events nobody has confirmed. */
  private static final Duration LOOK_BACK = Duration.ofSeconds(10);

  private final OutboxStore outbox;
  private final UnconfirmedEvents unconfirmed;
  private final TransactionOperations transactions;
  private final EventBridgeClient eventBridge;
  private final EventPlumbing plumbing;
  private final String source;
  private final Duration interval;
  private final InstantSource clock;
  private Instant lookBack = Instant.EPOCH;

  /**
   * @param source of the events, {@code onair.<service>}
   */
  OutboxRelay(
      OutboxStore outbox,
      UnconfirmedEvents unconfirmed,
      TransactionOperations transactions,
      EventBridgeClient eventBridge,
      EventPlumbing plumbing,
      String source,
      Duration interval,
      InstantSource clock) {
    this.outbox = outbox;
    this.unconfirmed = unconfirmed;
    this.transactions = transactions;
    this.eventBridge = eventBridge;
    this.plumbing = plumbing;
    this.source = source;
    this.interval = interval;
    this.clock = clock;
  }

  /** Relays what waits, one batch; how long to rest before the next. */
  Duration round() {
    lookBack();
    try {
      Integer taken = transactions.execute(transaction -> batch());
      return Objects.requireNonNullElse(taken, 0) > 0 ? Duration.ZERO : interval;
    } catch (SdkException failure) {
      if (AwsFailures.classify(failure) == AwsFailure.NOT_FOUND) {
        plumbing.forget();
      }
      throw failure;
    }
  }

  private void lookBack() {
    Instant now = clock.instant();
    if (now.isBefore(lookBack)) {
      return;
    }
    Boolean more =
        transactions.execute(
            transaction -> {
              unconfirmed.forgetOld(now);
              return unconfirmed.tellAgain(now);
            });
    lookBack = Boolean.TRUE.equals(more) ? now : now.plus(LOOK_BACK);
  }

  private int batch() {
    List<OutboxRow> rows = outbox.take(BATCH, clock.instant());
    if (!rows.isEmpty()) {
      send(rows);
    }
    return rows.size();
  }

  /** A batch that is refused as a whole is sent one by one, so that only the bad event waits. */
  private void send(List<OutboxRow> rows) {
    try {
      settle(rows, put(rows));
    } catch (SdkException failure) {
      if (AwsFailures.classify(failure) != AwsFailure.INVALID) {
        throw failure;
      }
      if (rows.size() == 1) {
        refuse(rows.getFirst(), String.valueOf(failure.getMessage()));
      } else {
        rows.forEach(row -> send(List.of(row)));
      }
    }
  }

  private List<PutEventsResultEntry> put(List<OutboxRow> rows) {
    String bus = plumbing.bus();
    List<PutEventsRequestEntry> entries = rows.stream().map(row -> entry(row, bus)).toList();
    return eventBridge.putEvents(request -> request.entries(entries)).entries();
  }

  private PutEventsRequestEntry entry(OutboxRow row, String bus) {
    return PutEventsRequestEntry.builder()
        .eventBusName(bus)
        .source(source)
        .detailType(row.type())
        .time(row.createdAt())
        .resources(row.resourceId())
        .detail(row.detail())
        .build();
  }

  private void settle(List<OutboxRow> rows, List<PutEventsResultEntry> results) {
    var relayed = new ArrayList<OutboxRow>();
    for (int i = 0; i < rows.size(); i++) {
      PutEventsResultEntry result = results.get(i);
      if (result.errorCode() == null) {
        relayed.add(rows.get(i));
      } else {
        refuse(rows.get(i), result.errorCode() + ": " + result.errorMessage());
      }
    }
    outbox.relayed(relayed, clock.instant());
  }

  private void refuse(OutboxRow row, String why) {
    if (row.attempts() == 0) {
      log.warn("EventBridge does not take the event {} ({}): {}", row.eventId(), row.type(), why);
    }
    outbox.refused(row, why, clock.instant());
  }
}
