package onair.channel.waste;

import onair.channel.live.ChannelSwitch;
import onair.common.reconcile.ReconcileProperties;
import onair.common.sweep.Orphans;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends waste by what a user would ask for. */
final class Reclaims {

  private final ChannelSwitch channelSwitch;
  private final Orphans orphans;
  private final ReconcileProperties patience;
  private final TransactionTemplate transactions;

  Reclaims(
      ChannelSwitch channelSwitch,
      Orphans orphans,
      ReconcileProperties patience,
      TransactionTemplate transactions) {
    this.channelSwitch = channelSwitch;
    this.orphans = orphans;
    this.patience = patience;
    this.transactions = transactions;
  }

  /**
   * @throws onair.common.problem.Problem 409 {@code status_conflict} when it has moved on meanwhile
   */
  void reclaim(String organizationId, Waste waste) {
    transactions.executeWithoutResult(
        status -> {
          switch (waste.kind().reclaim()) {
            case STOP ->
                channelSwitch.stop(
                    organizationId, waste.subject(), "Stopped as waste: " + waste.kind().plainly());
            case RELEASE -> channelSwitch.release(organizationId, waste.subject());
            case RETRY -> channelSwitch.attend(organizationId, waste.subject());
            case REMOVE -> orphans.hasten(organizationId, waste.subject(), patience.settle());
          }
        });
  }
}
