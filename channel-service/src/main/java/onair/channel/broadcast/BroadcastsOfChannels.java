package onair.channel.broadcast;

import java.time.Instant;
import java.time.InstantSource;
import onair.channel.broadcast.PlannedBroadcast.Status;
import onair.channel.parts.Companions;
import onair.common.reconcile.Wakes;
import onair.common.time.Times;

/** Has the planned broadcasts of a channel follow it. */
final class BroadcastsOfChannels implements Companions {

  private final BroadcastStore store;
  private final BroadcastEvents events;
  private final Wakes wakes;
  private final InstantSource clock;

  BroadcastsOfChannels(
      BroadcastStore store, BroadcastEvents events, Wakes wakes, InstantSource clock) {
    this.store = store;
    this.events = events;
    this.wakes = wakes;
    this.clock = clock;
  }

  @Override
  public void channelDeleted(String channelId) {
    Instant now = Times.now(clock);
    for (PlannedBroadcast broadcast : store.open(channelId)) {
      Status outcome = broadcast.status() == Status.ON_AIR ? Status.ENDED : Status.CANCELLED;
      events.tell(broadcast.ended(outcome, "The channel was deleted.", now));
    }
    store.delete(channelId);
  }

  /** Those to come far ahead wait for their time all the same. */
  @Override
  public void channelMoved(String channelId) {
    store.open(channelId).stream()
        .filter(broadcast -> broadcast.status() != Status.SCHEDULED)
        .forEach(broadcast -> wakes.wake(BroadcastReconciler.NAME, broadcast.id()));
  }

  /** They are gone at once. */
  @Override
  public boolean anyOf(String channelId) {
    return false;
  }
}
