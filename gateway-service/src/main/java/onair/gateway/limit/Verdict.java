package onair.gateway.limit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Whether a bucket lets a request through. */
sealed interface Verdict {

  /**
   * It does.
   *
   * @param standing null when nothing is limited, or account-service cannot tell
   */
  record Admitted(@Nullable Standing standing) implements Verdict {}

  /** It does not, until so much time has passed. */
  record Refused(Standing standing, Duration retryAfter) implements Verdict {}

  /**
   * Where a caller stands, for the headers.
   *
   * @param quota requests that may come at once
   * @param windowSeconds in which so many may come again
   * @param remaining requests that may come now
   */
  record Standing(int quota, long windowSeconds, int remaining) {

    /** Seconds until the whole quota is there again, rounded up. */
    long resetSeconds() {
      long used = (long) quota - remaining;
      return (used * windowSeconds + quota - 1) / quota;
    }
  }
}
