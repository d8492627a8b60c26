package onair.awslocal.media.srt;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import onair.awslocal.media.FlowFeeds;

/** The stream of one flow on its way to encoders. */
final class FeedHub {

  private final Set<FlowFeeds.Listener> listeners = new LinkedHashSet<>();
  private Duration silent = Duration.ZERO;
  private long silentSince = System.nanoTime();
  private boolean connected;

  /** Whether listeners know of the stream: not while it is interrupted. */
  private boolean told;

  synchronized void listen(FlowFeeds.Listener listener) {
    if (listeners.add(listener) && told) {
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
    tell();
  }

  /** Dropped while no stream has begun. */
  synchronized void packets(byte[] packets, long milliseconds) {
    if (connected && !told) {
      tell();
    }
    if (told) {
      listeners.forEach(listener -> listener.packets(packets, milliseconds));
    }
  }

  synchronized void end() {
    connected = false;
    untell();
  }

  /** For listeners the stream ends, and begins again after a while if it goes on until then. */
  synchronized boolean interrupt(Duration time) {
    silent = time;
    silentSince = System.nanoTime();
    untell();
    return connected;
  }

  private void tell() {
    if (System.nanoTime() - silentSince >= silent.toNanos()) {
      told = true;
      listeners.forEach(FlowFeeds.Listener::connected);
    }
  }

  private void untell() {
    if (told) {
      told = false;
      listeners.forEach(FlowFeeds.Listener::disconnected);
    }
  }
}
