package onair.awslocal.media.srt;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import onair.awslocal.media.FlowFeed;
import onair.awslocal.media.FlowFeeds;

/** All feeds of this machine: where flows give and encoders listen. */
public final class FeedHubs implements FlowFeeds {

  private final ConcurrentMap<FlowFeed, FeedHub> hubs = new ConcurrentHashMap<>();

  @Override
  public void listen(FlowFeed feed, Listener listener) {
    with(feed, hub -> hub.listen(listener));
  }

  @Override
  public void unlisten(FlowFeed feed, Listener listener) {
    with(feed, hub -> hub.unlisten(listener));
  }

  /**
   * Keeps a flow's stream from encoders for a while.
   *
   * @return false when there is none
   */
  public boolean interrupt(FlowFeed feed, Duration time) {
    FeedHub hub = hubs.get(feed);
    return hub != null && hub.interrupt(time);
  }

  void begin(FlowFeed feed) {
    with(feed, FeedHub::begin);
  }

  void packets(FlowFeed feed, byte[] packets, long milliseconds) {
    FeedHub hub = hubs.get(feed);
    if (hub != null) {
      hub.packets(packets, milliseconds);
    }
  }

  void end(FlowFeed feed) {
    with(feed, FeedHub::end);
  }

  /** A hub is there while somebody listens or a stream is connected. */
  private void with(FlowFeed feed, Consumer<FeedHub> action) {
    hubs.compute(
        feed,
        (key, known) -> {
          FeedHub hub = known == null ? new FeedHub() : known;
          action.accept(hub);
          return hub.isUnused() ? null : hub;
        });
  }
}
