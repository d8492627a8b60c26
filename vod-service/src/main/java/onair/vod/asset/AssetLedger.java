package onair.vod.asset;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.time.Times;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down what a look at AWS means for an asset: its state and the event, in one transaction
 * that only the holder of the lease can commit.
 */
final class AssetLedger {

  private final AssetStore assets;
  private final AssetEvents events;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  AssetLedger(
      AssetStore assets,
      AssetEvents events,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.assets = assets;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
  }

  Optional<Asset> read(AssetId id) {
    return assets.find(id);
  }

  /**
   * @param before the asset as it was when the look began
   * @return when to look again
   */
  Outcome write(Lease lease, Asset before, Look look) {
    Outcome outcome =
        transactions.execute(
            status -> {
              lease.require();
              return assets
                  .lock(before.id())
                  .map(now -> write(before, now, look))
                  .orElse(look.outcome());
            });
    return Objects.requireNonNull(outcome);
  }

  private Outcome write(Asset before, Asset now, Look look) {
    if (look.gone()) {
      assets.delete(now.id());
      return look.outcome();
    }
    if (!now.state().equals(before.state()) || !now.source().equals(before.source())) {
      return new Outcome.Waiting("something else was asked for meanwhile", Duration.ZERO);
    }
    Asset after = now.with(look.state(), Times.now(clock));
    if (after.version() != now.version()) {
      assets.update(after);
      events.moved(now, after);
    }
    return look.outcome();
  }
}
