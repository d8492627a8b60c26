package onair.channel.schedule;

import onair.channel.parts.Companions;
import onair.common.reconcile.Wakes;

/** Has the actions of a channel follow it; what the encoder knows of them goes with the encoder. */
final class ActionsOfChannels implements Companions {

  private final ActionStore store;
  private final Wakes wakes;

  ActionsOfChannels(ActionStore store, Wakes wakes) {
    this.store = store;
    this.wakes = wakes;
  }

  @Override
  public void channelDeleted(String channelId) {
    store.deleteOf(channelId);
  }

  @Override
  public void channelMoved(String channelId) {
    store.open(channelId).forEach(action -> wakes.wake(ActionReconciler.NAME, action.id()));
  }

  /** They are gone at once. */
  @Override
  public boolean anyOf(String channelId) {
    return false;
  }
}
