package onair.awslocal.media.srt;

import java.util.Arrays;

/** Cuts a stream of bytes at the packets of its transport stream. */
final class Alignment {

  private static final int PACKET = 188;
  private static final byte SYNC = 0x47;

  private byte[] rest = {};
  private boolean lost;

  /**
   * Whole packets of what has come so far and was not given yet; empty while none are complete, and
   * while the bytes look like no transport stream.
   */
  byte[] add(byte[] bytes, int length) {
    byte[] all = Arrays.copyOf(rest, rest.length + length);
    System.arraycopy(bytes, 0, all, rest.length, length);
    int begin = begin(all);
    int end = begin;
    while (end + PACKET <= all.length && all[end] == SYNC) {
      end += PACKET;
    }
    boolean broken = end < all.length && all[end] != SYNC;
    lost = end == begin && (broken || begin > 0);
    rest = Arrays.copyOfRange(all, broken ? Math.min(end + 1, all.length) : end, all.length);
    return Arrays.copyOfRange(all, begin, end);
  }

  /** Whether the last bytes were none of a transport stream. */
  boolean isLost() {
    return lost;
  }

  /** The first place where one packet could follow another. */
  private static int begin(byte[] all) {
    for (int i = 0; i < all.length; i++) {
      boolean second = i + PACKET >= all.length || all[i + PACKET] == SYNC;
      if (all[i] == SYNC && second) {
        return i;
      }
    }
    return all.length;
  }
}
