package onair.channel.parts;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one packaging channel is served: HLS and DASH from one set of CMAF segments.
 *
 * @param channel what it serves
 * @param segment length of a segment, whole seconds
 * @param window how much a manifest lists for a player that joins now
 * @param startOver how much is kept for players that go back, whole seconds, 0 to 14 days
 * @param delay how much later than it is packaged players are told of it, whole seconds
 * @param encryption how it is encrypted; absent for not at all
 * @param lowLatency whether there is a manifest of low-latency HLS, too
 */
public record EndpointSpec(
    PackageChannelId channel,
    Duration segment,
    Duration window,
    Duration startOver,
    Duration delay,
    @Nullable EncryptionSpec encryption,
    boolean lowLatency) {

  /** Not encrypted, and told of by whole segments. */
  public EndpointSpec(
      PackageChannelId channel,
      Duration segment,
      Duration window,
      Duration startOver,
      Duration delay) {
    this(channel, segment, window, startOver, delay, null, false);
  }

  /** Whether it is served as DASH, too. */
  public boolean withDash() {
    return encryption == null || encryption.withDash();
  }
}
