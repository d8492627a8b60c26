package onair.channel.timer;

import onair.channel.parts.Companions;
import onair.common.reconcile.Wakes;

/** Has the timers of a channel follow it. */
final class TimersOfChannels implements Companions {

  private final TimerStore store;
  private final Wakes wakes;

  TimersOfChannels(TimerStore store, Wakes wakes) {
    this.store = store;
    this.wakes = wakes;
  }

  @Override
  public void channelDeleted(String channelId) {
    store.delete(channelId);
  }

  @Override
  public void channelMoved(String channelId) {
    wakes.wake(TimerReconciler.NAME, TimerReconciler.owner(channelId));
  }

  /** They are gone at once. */
  @Override
  public boolean anyOf(String channelId) {
    return false;
  }
}
