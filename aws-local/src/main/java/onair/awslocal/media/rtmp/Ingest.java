package onair.awslocal.media.rtmp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One ingest point: at most one publisher, at most one listener. Keeps the publisher's latest
 * metadata and codec headers for a listener that comes later.
 */
final class Ingest {

  private final Map<FlvTag.Kind, FlvTag> headers = new EnumMap<>(FlvTag.Kind.class);
  private boolean open;
  private Duration refusing = Duration.ZERO;
  private long refusingSince = System.nanoTime();
  private @Nullable Publication publisher;
  private @Nullable PublisherListener listener;

  synchronized void open() {
    open = true;
  }

  synchronized void close() {
    open = false;
    if (publisher != null) {
      publisher.disconnect.run();
      publisher.end();
    }
  }

  /** Disconnects the publisher and refuses others for a while; false when it is not open. */
  synchronized boolean interrupt(Duration time) {
    if (!open) {
      return false;
    }
    refusing = time;
    refusingSince = System.nanoTime();
    if (publisher != null) {
      publisher.disconnect.run();
      publisher.end();
    }
    return true;
  }

  /** From now on this one receives; whoever did before does not. */
  synchronized void listen(PublisherListener next) {
    listener = next;
    if (publisher != null) {
      next.connected();
      List<FlvTag> known = new ArrayList<>(headers.values());
      known.forEach(next::frame);
    }
  }

  synchronized void unlisten(PublisherListener leaving) {
    if (leaving.equals(listener)) {
      listener = null;
    }
  }

  synchronized boolean isUnused() {
    return !open && listener == null;
  }

  /**
   * Admits a publisher.
   *
   * @param disconnect ends its connection; called when the point is closed
   * @throws PublishRefused with the reason to tell it
   */
  synchronized Publication publish(Runnable disconnect) throws PublishRefused {
    if (!open) {
      throw new PublishRefused("no such stream");
    }
    if (System.nanoTime() - refusingSince < refusing.toNanos()) {
      throw new PublishRefused("the stream is interrupted");
    }
    if (publisher != null) {
      throw new PublishRefused("the stream has a publisher");
    }
    headers.clear();
    Publication publication = new Publication(disconnect);
    publisher = publication;
    if (listener != null) {
      listener.connected();
    }
    return publication;
  }

  /** The right to publish, held by one connection until it ends. */
  final class Publication {

    private final Runnable disconnect;
    private long lastTimestamp;

    private Publication(Runnable disconnect) {
      this.disconnect = disconnect;
    }

    /** Passes one tag on; {@code timestamp} may wrap at 2^32. Nothing happens after the end. */
    void frame(FlvTag.Kind kind, long timestamp, byte[] payload) {
      synchronized (Ingest.this) {
        if (publisher != this) {
          return;
        }
        // The difference in 32 bits is right across a wrap, in both directions.
        lastTimestamp += (int) (timestamp - lastTimestamp);
        FlvTag tag = new FlvTag(kind, lastTimestamp, payload);
        if (kind == FlvTag.Kind.SCRIPT || tag.isHeader()) {
          headers.put(kind, tag);
        }
        if (listener != null) {
          listener.frame(tag);
        }
      }
    }

    void end() {
      synchronized (Ingest.this) {
        if (publisher == this) {
          publisher = null;
          if (listener != null) {
            listener.disconnected();
          }
        }
      }
    }
  }
}
