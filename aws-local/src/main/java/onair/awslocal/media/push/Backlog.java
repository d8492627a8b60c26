package onair.awslocal.media.push;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be pushed. When it is too much the place is too slow: all of it is dropped, and the
 * pusher has to begin anew at a keyframe.
 */
final class Backlog {

  private static final long MOST_BYTES = 48L << 20;

  private final Deque<byte[]> pieces = new ArrayDeque<>();
  private long bytes;
  private boolean overflown;
  private boolean closed;
  private boolean accepting;

  /** Takes pieces from now on, beginning with none. */
  synchronized void begin() {
    pieces.clear();
    bytes = 0;
    overflown = false;
    accepting = true;
  }

  /** Drops what comes until it begins again. */
  synchronized void end() {
    accepting = false;
    pieces.clear();
    bytes = 0;
    notifyAll();
  }

  synchronized boolean isAccepting() {
    return accepting;
  }

  synchronized void add(byte[] piece) {
    if (!accepting || overflown) {
      return;
    }
    pieces.add(piece);
    bytes += piece.length;
    if (bytes > MOST_BYTES) {
      overflown = true;
      pieces.clear();
    }
    notifyAll();
  }

  /** The next piece; waits for it. Null when there will be none. */
  synchronized byte @Nullable [] take() throws InterruptedException {
    while (!closed && accepting && !overflown && pieces.isEmpty()) {
      wait();
    }
    if (closed || !accepting || overflown) {
      return null;
    }
    byte[] next = pieces.remove();
    bytes -= next.length;
    return next;
  }

  synchronized boolean hasOverflown() {
    return overflown;
  }

  /** Whether it is closed before the time has passed. */
  synchronized boolean isClosedWithin(long milliseconds) throws InterruptedException {
    long end = System.nanoTime() + milliseconds * 1_000_000;
    for (long left = milliseconds; !closed && left > 0; ) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
    return closed;
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
