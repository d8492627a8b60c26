package onair.channel.adbreak;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import onair.channel.adbreak.AdBreak.Status;
import onair.channel.schedule.Broadcasts;
import onair.channel.schedule.Broadcasts.Broadcast;
import onair.channel.schedule.Due;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.reconcile.Reconciler;
import onair.common.time.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Has a break put into the broadcast: asks the encoder in time, and writes down that it did. The
 * break's id is the action's name, so that asking twice signals once.
 */
final class AdBreakReconciler implements Reconciler {

  static final String NAME = "ad-break";

  private static final Outcome DONE = new Outcome.Settled(Duration.ofDays(3650));

  private final AdBreakStore store;
  private final Broadcasts broadcasts;
  private final SpliceInserts inserts;
  private final AdBreakEvents events;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  AdBreakReconciler(
      AdBreakStore store,
      Broadcasts broadcasts,
      SpliceInserts inserts,
      AdBreakEvents events,
      TransactionOperations transactions,
      InstantSource clock) {
    this.store = store;
    this.broadcasts = broadcasts;
    this.inserts = inserts;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Outcome reconcile(String owner, Lease lease) {
    Optional<AdBreak> found = store.find(owner);
    if (found.isEmpty() || found.get().status() != Status.SCHEDULED) {
      return DONE;
    }
    AdBreak adBreak = found.get();
    Instant now = Times.now(clock);
    Due due = Due.of(adBreak.startAt(), adBreak.createdAt(), now);
    if (due instanceof Due.Later(var after)) {
      return new Outcome.Waiting("it is not time yet", after);
    }
    Optional<Broadcast> broadcast =
        broadcasts.find(adBreak.organizationId(), adBreak.channelId()).filter(Broadcast::live);
    String encoder = broadcast.map(Broadcast::encoderId).orElse(null);
    if (encoder == null) {
      return end(lease, adBreak, Status.CANCELLED, "The channel was not live any more.");
    }
    if (due instanceof Due.Now ask) {
      inserts.insert(encoder, adBreak.id(), ask.at(), adBreak.spliceEventId(), adBreak.duration());
      Instant signalled = ask.begins(now);
      return write(lease, adBreak, known -> known.signalled(signalled, Times.now(clock)));
    }
    return end(lease, adBreak, Status.FAILED, "MediaLive did not take it in time.");
  }

  private Outcome end(Lease lease, AdBreak adBreak, Status status, @Nullable String reason) {
    return write(lease, adBreak, known -> known.ended(status, reason, Times.now(clock)));
  }

  private Outcome write(Lease lease, AdBreak adBreak, UnaryOperator<AdBreak> change) {
    transactions.executeWithoutResult(
        status -> {
          lease.require();
          store
              .lock(adBreak.id())
              .filter(known -> known.status() == Status.SCHEDULED)
              .map(change)
              .ifPresent(
                  changed -> {
                    store.update(changed);
                    events.tell(changed);
                  });
        });
    return DONE;
  }
}
