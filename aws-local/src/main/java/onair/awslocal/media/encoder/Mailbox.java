package onair.awslocal.media.encoder;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Signals to one supervisor, in order. Holds a few seconds of frames: when the encoder is slower
 * than its source, frames are dropped up to a keyframe, and the publisher is never held back.
 */
final class Mailbox {

  private static final long MOST_BYTES = 32L << 20;
  private static final long MOST_MILLISECONDS = 5_000;

  private final Deque<Signal> signals = new ArrayDeque<>();
  private long bytes;
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
  synchronized boolean offer(Piece piece) {
    boolean full = frames > 0 && isFullFor(piece);
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
      firstTimestamp = piece.milliseconds();
    }
    bytes += piece.bytes();
    post(new Signal.Arrived(piece));
    return true;
  }

  private boolean isFullFor(Piece piece) {
    return bytes > MOST_BYTES || piece.milliseconds() - firstTimestamp > MOST_MILLISECONDS;
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
    if (next instanceof Signal.Arrived(Piece piece)) {
      frames--;
      bytes -= piece.bytes();
      firstTimestamp = piece.milliseconds();
    }
    return next;
  }

  /** Frames dropped so far. */
  synchronized long dropped() {
    return dropped;
  }
}
