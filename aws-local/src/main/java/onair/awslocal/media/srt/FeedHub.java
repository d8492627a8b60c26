package onair.awslocal.media.srt;

import java.util.LinkedHashSet;
import java.util.Set;
import onair.awslocal.media.FlowFeeds;

/** The stream of one flow on its way to encoders. */
final class FeedHub {

  private final Set<FlowFeeds.Listener> listeners = new LinkedHashSet<>();
  private boolean connected;

  synchronized void listen(FlowFeeds.Listener listener) {
    if (listeners.add(listener) && connected) {
      listener.connected();
    }
  }

  synchronized void unlisten(FlowFeeds.Listener listener) {
    listeners.remove(listener);
  }

  synchronized boolean isUnused() {
    return listeners.isEmpty() && !connected;
  }

  /** Another stream than before, also when the last one was not told to have ended. */
  synchronized void begin() {
    end();
    connected = true;
    listeners.forEach(FlowFeeds.Listener::connected);
  }

  /** Dropped while no stream has begun. */
  synchronized void packets(byte[] packets, long milliseconds) {
    if (connected) {
      listeners.forEach(listener -> listener.packets(packets, milliseconds));
    }
  }

  synchronized void end() {
    if (connected) {
      connected = false;
      listeners.forEach(FlowFeeds.Listener::disconnected);
    }
  }
}
