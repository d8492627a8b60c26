package onair.channel.live;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import onair.channel.drift.DriftWatch;
import onair.channel.parts.Companions;
import onair.channel.parts.Encoders;
import onair.channel.session.Sessions;
import onair.common.aws.AwsTrouble;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.reconcile.Resources;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Moves AWS towards what is wanted of one channel, as far as it goes now, and reports what it saw:
 * {@link OnAir} or {@link OffAir}. Writes nothing of the channel's own.
 */
final class Upkeep {

  static final Duration RETRY = Duration.ofSeconds(2);

  private final Resources resources;
  private final DriftWatch drift;
  private final OnAir onAir;
  private final OffAir offAir;

  Upkeep(
      Resources resources,
      Assembly assembly,
      Encoders encoders,
      List<Companions> companions,
      Sessions sessions,
      Releases releases,
      DriftWatch drift,
      KeyServers keyServers,
      ChannelProperties properties,
      InstantSource clock) {
    var known = new KnownEncoders(resources, encoders);
    this.resources = resources;
    this.drift = drift;
    this.onAir =
        new OnAir(assembly, encoders, known, sessions, drift, keyServers, properties, clock);
    this.offAir =
        new OffAir(assembly, encoders, known, companions, sessions, releases, properties, clock);
  }

  Look attend(Channel channel, Lease lease) {
    var walk = new Walk(resources, lease, channel, drift);
    try {
      return switch (channel.desired()) {
        case RUNNING, READY -> onAir.up(walk, channel);
        case STOPPED, DISABLED -> offAir.down(walk, channel);
        case DELETED -> offAir.away(walk, channel);
      };
    } catch (SdkException failure) {
      return trouble(channel, failure);
    }
  }

  /** A call of our own failed; what the last look showed still stands. */
  private static Look trouble(Channel channel, SdkException failure) {
    AwsTrouble trouble = AwsTrouble.of(failure);
    var seen = Seen.unreachable(trouble.words()).trouble(trouble.words(), trouble.forGood());
    return new Look(channel.holdings(), seen, new Outcome.Failed(trouble.words(), RETRY), false);
  }
}
