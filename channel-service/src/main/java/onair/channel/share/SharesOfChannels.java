package onair.channel.share;

import java.time.InstantSource;
import onair.channel.parts.Companions;
import onair.common.reconcile.Wakes;
import onair.common.time.Times;

/** Has the shares of a channel follow it. */
final class SharesOfChannels implements Companions {

  private final ShareStore shares;
  private final Wakes wakes;
  private final InstantSource clock;

  SharesOfChannels(ShareStore shares, Wakes wakes, InstantSource clock) {
    this.shares = shares;
    this.wakes = wakes;
    this.clock = clock;
  }

  @Override
  public void channelDeleted(String channelId) {
    for (Share share : shares.of(channelId)) {
      if (!share.deleted()) {
        shares.update(share.goes(Times.now(clock)));
        wakes.wake(ShareReconciler.NAME, share.id());
      }
    }
  }

  @Override
  public void channelMoved(String channelId) {
    shares.of(channelId).forEach(share -> wakes.wake(ShareReconciler.NAME, share.id()));
  }

  @Override
  public boolean anyOf(String channelId) {
    return !shares.of(channelId).isEmpty();
  }
}
