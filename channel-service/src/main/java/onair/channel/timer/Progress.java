package onair.channel.timer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a timer that counts.
 *
 * @param since when it began to count; of another beginning nothing is remembered
 * @param extraSeconds by how much it was extended, all in all
 * @param warnedOf the end that was warned of last; another end is warned of anew
 */
record Progress(Timer timer, Instant since, long extraSeconds, @Nullable Instant warnedOf) {

  static Progress begun(Timer timer, Instant since) {
    return new Progress(timer, since, 0, null);
  }

  Progress extended(long seconds) {
    return new Progress(timer, since, extraSeconds + seconds, warnedOf);
  }

  Progress warned(Instant end) {
    return new Progress(timer, since, extraSeconds, end);
  }
}
