package onair.ads.adbreak;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A break the channel service has signalled.
 *
 * @param outcome what we told last; null for nothing yet
 * @param version of what we told last; the one it was signalled with for nothing yet, so that it
 *     only grows
 */
record AdBreak(
    String id,
    String channelId,
    Avail avail,
    Duration length,
    @Nullable Outcome outcome,
    long version,
    Instant signalledAt) {

  AdBreak told(Outcome newOutcome) {
    return new AdBreak(id, channelId, avail, length, newOutcome, version + 1, signalledAt);
  }
}
