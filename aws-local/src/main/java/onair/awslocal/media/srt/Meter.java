package onair.awslocal.media.srt;

/** Counts bytes, and how many there were of late. */
final class Meter {

  private static final long SECOND = 1_000_000_000;
  private static final int WINDOW = 4;

  private final long[] perSecond = new long[WINDOW + 1];
  private long second = Long.MIN_VALUE;
  private long total;
  private long lastArrival;

  /**
   * @param now nanoseconds on a clock that only goes forward
   */
  synchronized void add(int bytes, long now) {
    turnTo(now);
    perSecond[(int) Math.floorMod(second, (long) perSecond.length)] += bytes;
    total += bytes;
    lastArrival = now;
  }

  synchronized long total() {
    return total;
  }

  /** Over the last whole seconds. */
  synchronized long bitsPerSecond(long now) {
    turnTo(now);
    long bytes = 0;
    for (int i = 1; i <= WINDOW; i++) {
      bytes += perSecond[(int) Math.floorMod(second - i, (long) perSecond.length)];
    }
    return bytes * Byte.SIZE / WINDOW;
  }

  /** How long nothing has come, in nanoseconds. */
  synchronized long silence(long now) {
    return now - lastArrival;
  }

  /** A connection begins: it was never silent. */
  synchronized void begin(long now) {
    lastArrival = now;
  }

  private void turnTo(long now) {
    long current = Math.floorDiv(now, SECOND);
    long passed = second == Long.MIN_VALUE ? perSecond.length : current - second;
    for (long i = 0; i < Math.min(passed, perSecond.length); i++) {
      perSecond[(int) Math.floorMod(current - i, (long) perSecond.length)] = 0;
    }
    second = current;
  }
}
