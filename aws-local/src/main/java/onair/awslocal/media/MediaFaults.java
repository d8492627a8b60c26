package onair.awslocal.media;

import java.time.Duration;

/** Breaks the media plane on purpose, for those who have to notice. Safe from any thread. */
public interface MediaFaults {

  /**
   * Kills the process that encodes a channel in one of its pipelines, as a crash would; it is
   * started again as after any crash.
   *
   * @param pipeline 0 or 1
   * @param time for which it is not started again, by the system's time
   * @return false when no process encodes it now
   */
  boolean killEncoder(String channelId, int pipeline, Duration time);

  /**
   * Ends what arrives from a source, and lets nothing arrive for a while: publishers are refused, a
   * flow's stream does not come through.
   *
   * @param time from now on, by the system's time
   * @return false when nothing can arrive there anyway
   */
  boolean interrupt(LiveSource source, Duration time);
}
