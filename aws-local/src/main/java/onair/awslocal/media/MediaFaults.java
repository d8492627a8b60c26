package onair.awslocal.media;

import java.time.Duration;

/** Breaks the media plane on purpose, for those who have to notice. Safe from any thread. */
public interface MediaFaults {

  /**
   * Kills the process that encodes a channel, as a crash would; it is started again as after any
   * crash.
   *
   * @return false when no process encodes it now
   */
  boolean killEncoder(String channelId);

  /**
   * Ends what arrives from a source, and lets nothing arrive for a while: publishers are refused, a
   * flow's stream does not come through.
   *
   * @param time from now on, by the system's time
   * @return false when nothing can arrive there anyway
   */
  boolean interrupt(LiveSource source, Duration time);
}
