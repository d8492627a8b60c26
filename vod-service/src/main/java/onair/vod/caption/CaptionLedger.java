package onair.vod.caption;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import onair.common.reconcile.Lease;
import onair.common.time.Times;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down what has become of captions, and tells it, in transactions that only the holder of
 * the lease can commit. What somebody has asked for meanwhile is left to the next run.
 */
final class CaptionLedger {

  private final CaptionStore captions;
  private final CaptionEvents events;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  CaptionLedger(
      CaptionStore captions,
      CaptionEvents events,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.captions = captions;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Players are offered what was to be added, and what was to go is gone. */
  void settled(Lease lease, List<Caption> seen) {
    eachUnchanged(
        lease,
        seen,
        caption -> {
          if (caption.status() == Caption.Status.PROCESSING) {
            tell(caption.with(Caption.Status.READY, null, now()));
          } else if (caption.status() == Caption.Status.DELETED) {
            captions.delete(caption.id());
            events.told(caption.with(Caption.Status.DELETED, null, now()));
          }
        });
  }

  /** What was to be added never can be. */
  void errored(Lease lease, List<Caption> seen, String why) {
    eachUnchanged(
        lease,
        seen,
        caption -> {
          if (caption.status() == Caption.Status.PROCESSING) {
            tell(caption.with(Caption.Status.ERRORED, why, now()));
          }
        });
  }

  /** It is held up, for a reason that may pass. */
  void troubled(Lease lease, List<Caption> seen, String why) {
    eachUnchanged(
        lease,
        seen,
        caption -> {
          if (caption.isUnsettled() && !why.equals(caption.reason())) {
            captions.update(caption.with(caption.status(), why, now()));
          }
        });
  }

  private void tell(Caption caption) {
    captions.update(caption);
    events.told(caption);
  }

  private void eachUnchanged(Lease lease, List<Caption> seen, Consumer<Caption> change) {
    transactions.executeWithoutResult(
        status -> {
          lease.require();
          for (Caption caption : seen) {
            captions
                .lock(caption.id())
                .filter(now -> now.status() == caption.status())
                .ifPresent(change);
          }
        });
  }

  /** Whoever has lost the lease must not write into the bucket any more, either. */
  void requireLease(Lease lease) {
    transactions.executeWithoutResult(status -> lease.require());
  }

  private Instant now() {
    return Times.now(clock);
  }
}
