package onair.awslocal.media.packager;

import java.time.Duration;
import java.time.Instant;

/** Something happens to a break where a GOP begins. */
sealed interface Cue {

  Avail avail();

  /** It begins. */
  record Out(Avail avail) implements Cue {}

  /**
   * It has ended.
   *
   * @param at where it ended
   * @param pts the same on SCTE-35's clock
   */
  record In(Avail avail, Instant at, long pts) implements Cue {

    Duration length() {
      return Duration.between(avail.begins(), at);
    }
  }
}
