package onair.channel.budget;

import onair.channel.parts.Companions;
import onair.common.reconcile.Wakes;

/** Has budgets follow the channels they are about. */
final class BudgetsOfChannels implements Companions {

  private final BudgetStore store;
  private final Wakes wakes;

  BudgetsOfChannels(BudgetStore store, Wakes wakes) {
    this.store = store;
    this.wakes = wakes;
  }

  @Override
  public void channelDeleted(String channelId) {
    store.deleteOf(channelId);
  }

  /** What it costs may be another than before. */
  @Override
  public void channelMoved(String channelId) {
    store.covering(channelId).forEach(budget -> wakes.wake(BudgetReconciler.NAME, budget));
  }

  /** They are gone at once. */
  @Override
  public boolean anyOf(String channelId) {
    return false;
  }
}
