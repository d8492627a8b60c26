package onair.channel.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import onair.channel.live.ChannelDiff.Part;
import onair.channel.parts.Companions;
import onair.channel.parts.EncoderState;
import onair.channel.parts.Encoders;
import onair.channel.parts.ObservedEncoder;
import onair.channel.session.Sessions;
import onair.common.reconcile.CrashPoint;
import onair.common.reconcile.Found;
import onair.common.reconcile.Outcome;
import onair.common.time.Times;
import org.jspecify.annotations.Nullable;

/** Moves AWS towards a channel being off air, or being gone, as far as it goes now. */
final class OffAir {

  private static final Duration NOTHING_TO_WATCH = Duration.ofDays(1);

  /** The id is never used again, so there is nothing to look at. */
  static final Outcome NEVER_AGAIN = new Outcome.Settled(Duration.ofDays(3650));

  private final Assembly assembly;
  private final Encoders encoders;
  private final KnownEncoders knownEncoders;
  private final List<Companions> companions;
  private final Sessions sessions;
  private final Releases releases;
  private final ChannelProperties properties;
  private final InstantSource clock;

  OffAir(
      Assembly assembly,
      Encoders encoders,
      KnownEncoders knownEncoders,
      List<Companions> companions,
      Sessions sessions,
      Releases releases,
      ChannelProperties properties,
      InstantSource clock) {
    this.assembly = assembly;
    this.encoders = encoders;
    this.knownEncoders = knownEncoders;
    this.companions = companions;
    this.sessions = sessions;
    this.releases = releases;
    this.properties = properties;
    this.clock = clock;
  }

  Look down(Walk walk, Channel channel) {
    Holdings holdings = channel.holdings();
    if (holdings.built() == null) {
      return Look.at(holdings, Seen.encoder(null), new Outcome.Settled(NOTHING_TO_WATCH));
    }
    Found<ObservedEncoder> encoder = knownEncoders.of(channel);
    if (encoder == null) {
      return rest(walk, channel, null);
    }
    EncoderState state = encoder.observed().state();
    return state.rests()
        ? rest(walk, channel, state)
        : quiet(holdings.encoder(encoder.physicalId()), encoder.physicalId(), state);
  }

  private Look quiet(Holdings holdings, String encoderId, EncoderState state) {
    EncoderState next = state;
    if (state.needsStop()) {
      CrashPoint.hit("channel.before-stop");
      KnownEncoders.unlessMovedOn(() -> encoders.stop(encoderId));
      CrashPoint.hit("channel.after-stop");
      next = EncoderState.STOPPING;
    }
    return Look.at(
        holdings.resting(null),
        Seen.encoder(next),
        new Outcome.Waiting("the encoder is " + next, properties.watch().transitional()));
  }

  /**
   * Nothing runs: what no longer fits goes now; everything goes after a start that was given up,
   * when the channel is disabled or asked to be released, or when it was not used for long.
   */
  private Look rest(Walk walk, Channel channel, @Nullable EncoderState state) {
    Holdings holdings = channel.holdings();
    Instant since = holdings.restingSince() == null ? now() : holdings.restingSince();
    Holdings resting = holdings.resting(since);
    Seen seen = Seen.encoder(state);
    if (!assembly.close(walk, channel)) {
      return Look.at(holdings, seen.whileClosing(), walk.due());
    }
    Duration left = Duration.between(now(), since.plus(properties.idleRetention()));
    boolean givenUp =
        channel.run().failure() != null
            || channel.desired() == Desired.DISABLED
            || releases.askedSince(channel.id().value(), since);
    Set<Part> outdated = ChannelDiff.between(channel.spec(), holdings.built());
    boolean changes = givenUp || !left.isPositive() || !outdated.isEmpty();
    if (changes && isRecording(channel)) {
      return Look.at(
          resting,
          seen,
          new Outcome.Waiting("the recording is being made", Assembly.WAITING_FOR_RECORDING));
    }
    if (givenUp || !left.isPositive()) {
      Holdings rest = assembly.takeApart(walk, channel, resting, false);
      return removing(walk, rest, seen, new Outcome.Settled(NOTHING_TO_WATCH));
    }
    var settled = new Outcome.Settled(shorter(left, properties.watch().resting()));
    return outdated.isEmpty()
        ? known(walk, Look.at(resting, seen, settled))
        : removing(walk, assembly.discard(walk, outdated, channel, resting), seen, settled);
  }

  /** A copy that came late would cost as long as the channel rests. */
  private Look known(Walk walk, Look look) {
    assembly.settle(walk);
    Outcome halt = walk.halt();
    return halt == null ? look : Look.at(look.holdings(), look.seen(), halt);
  }

  private static Look removing(Walk walk, Holdings holdings, Seen seen, Outcome whenDone) {
    Outcome halt = walk.halt();
    return halt == null
        ? Look.at(holdings, Seen.encoder(null), whenDone)
        : Look.at(holdings, seen.whileRemoving(), halt);
  }

  Look away(Walk walk, Channel channel) {
    Holdings left = assembly.takeApart(walk, channel, channel.holdings(), isRecording(channel));
    if (companions.stream().anyMatch(companion -> companion.anyOf(channel.id().value()))) {
      walk.waitFor(new Outcome.Waiting("what goes with the channel is removed", Upkeep.RETRY));
    }
    Outcome halt = walk.halt();
    if (halt != null) {
      return Look.at(left, Seen.encoder(null).whileRemoving(), halt);
    }
    walk.end();
    return Look.gone(NEVER_AGAIN);
  }

  private boolean isRecording(Channel channel) {
    return sessions.needPackaging(channel.id().value(), now());
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private Instant now() {
    return Times.now(clock);
  }
}
