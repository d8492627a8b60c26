package onair.channel.live;

import java.util.Optional;
import onair.common.reconcile.CrashPoint;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.reconcile.Reconciler;
import onair.common.reconcile.Resources;

/**
 * Makes AWS agree with what is wanted of a channel: load, act and look ({@link Upkeep}), write down
 * ({@link Ledger}). Every run starts from what there is, so it may be repeated, cut off or late.
 */
final class ChannelReconciler implements Reconciler {

  static final String NAME = "channel";

  private final Ledger ledger;
  private final Upkeep upkeep;
  private final Resources resources;

  ChannelReconciler(Ledger ledger, Upkeep upkeep, Resources resources) {
    this.ledger = ledger;
    this.upkeep = upkeep;
    this.resources = resources;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Outcome reconcile(String owner, Lease lease) {
    Optional<Channel> loaded = ledger.read(new ChannelId(owner));
    if (loaded.isEmpty()) {
      // Cut off between removing the channel and forgetting its resources; all of them are final.
      resources.forget(lease);
      return OffAir.NEVER_AGAIN;
    }
    Channel channel = loaded.get();
    if (channel.desired().builds() && channel.holdings().built() == null) {
      channel = ledger.intend(lease, channel);
    }
    Look look = upkeep.attend(channel, lease);
    CrashPoint.hit("channel.attended");
    Outcome outcome = ledger.write(lease, channel, look, resources.of(owner));
    if (look.gone()) {
      resources.forget(lease);
    }
    return outcome;
  }
}
