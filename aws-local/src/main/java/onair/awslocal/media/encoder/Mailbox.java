package onair.awslocal.media.encoder;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Signals to one supervisor, in order. Holds a few seconds of frames: when the encoder is slower
 * than its source, frames are dropped up to a keyframe, and the publisher is never held back.
 */
final class Mailbox {

  private static final long MOST_BYTES = 32L << 20;
  private static final long MOST_MILLISECONDS = 5_000;

  private final Deque<Signal> signals = new ArrayDeque<>();
  private long bytes;
  private @Nullable Inlet firstInlet;
  private long firstTimestamp;
  private int frames;
  private boolean dropping;
  private long dropped;
  private boolean stopped;

  /** Adds a signal that is never dropped. */
  synchronized void post(Signal signal) {
    signals.add(signal);
    notifyAll();
  }

  /** Lets the supervisor take {@link Signal.Stop} next, and nothing else any more. */
  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  /**
   * Adds a frame unless the supervisor lags behind.
   *
   * @return false when this frame is the first to be dropped of several
   */
  synchronized boolean offer(Inlet inlet, Piece piece) {
    boolean full = frames > 0 && isFullFor(inlet, piece);
    if (dropping) {
      dropping = full || !piece.isKeyframe();
    } else if (full && !piece.isHeader()) {
      dropping = true;
      dropped++;
      return false;
    }
    if (dropping) {
      dropped++;
      return true;
    }
    if (frames++ == 0) {
      first(inlet, piece);
    }
    bytes += piece.bytes();
    post(new Signal.Arrived(inlet, piece));
    return true;
  }

  /** Each inlet has a clock of its own. */
  private boolean isFullFor(Inlet inlet, Piece piece) {
    return bytes > MOST_BYTES
        || inlet == firstInlet && piece.milliseconds() - firstTimestamp > MOST_MILLISECONDS;
  }

  private void first(Inlet inlet, Piece piece) {
    firstInlet = inlet;
    firstTimestamp = piece.milliseconds();
  }

  /** The next signal; waits for it. */
  synchronized Signal take() throws InterruptedException {
    while (!stopped && signals.isEmpty()) {
      wait();
    }
    if (stopped) {
      return new Signal.Stop();
    }
    Signal next = signals.remove();
    if (next instanceof Signal.Arrived(Inlet inlet, Piece piece)) {
      frames--;
      bytes -= piece.bytes();
      first(inlet, piece);
    }
    return next;
  }

  /** Frames dropped so far. */
  synchronized long dropped() {
    return dropped;
  }
}
