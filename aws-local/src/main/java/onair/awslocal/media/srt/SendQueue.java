package onair.awslocal.media.srt;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What one receiver has yet to get. A receiver that is too slow loses what waits for it, and nobody
 * waits for the receiver.
 */
final class SendQueue {

  private static final long MOST_BYTES = 4L << 20;

  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private long bytes;
  private boolean closed;

  /** Says false when what was waiting is lost. */
  synchronized boolean offer(byte[] packets) {
    boolean kept = bytes + packets.length <= MOST_BYTES;
    if (!kept) {
      waiting.clear();
      bytes = 0;
    }
    waiting.add(packets);
    bytes += packets.length;
    notifyAll();
    return kept;
  }

  /** The next packets; waits for them. Null when the queue is closed. */
  synchronized byte @Nullable [] take() throws InterruptedException {
    while (!closed && waiting.isEmpty()) {
      wait();
    }
    byte[] next = closed ? null : waiting.remove();
    bytes -= next == null ? 0 : next.length;
    return next;
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
