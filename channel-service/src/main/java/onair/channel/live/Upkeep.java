package onair.channel.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import onair.channel.live.Assembly.Assembled;
import onair.channel.live.ChannelDiff.Part;
import onair.channel.parts.EncoderAlerts;
import onair.channel.parts.EncoderState;
import onair.channel.parts.Encoders;
import onair.channel.parts.ObservedEncoder;
import onair.common.aws.AwsFailure;
import onair.common.aws.AwsFailures;
import onair.common.reconcile.CrashPoint;
import onair.common.reconcile.Found;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.reconcile.Resources;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Moves AWS towards what is wanted of one channel, as far as it goes now, and reports what it saw.
 * Writes nothing of the channel's own.
 */
final class Upkeep {

  /** Everything is looked over again this often while a channel is on air. */
  private static final Duration OVERHAUL = Duration.ofMinutes(10);

  private static final Duration NOTHING_TO_WATCH = Duration.ofDays(1);

  /** The id is never used again, so there is nothing to look at. */
  static final Outcome NEVER_AGAIN = new Outcome.Settled(Duration.ofDays(3650));

  private static final Duration RETRY = Duration.ofSeconds(2);

  private final Resources resources;
  private final Assembly assembly;
  private final Encoders encoders;
  private final ChannelProperties properties;
  private final InstantSource clock;

  Upkeep(
      Resources resources,
      Assembly assembly,
      Encoders encoders,
      ChannelProperties properties,
      InstantSource clock) {
    this.resources = resources;
    this.assembly = assembly;
    this.encoders = encoders;
    this.properties = properties;
    this.clock = clock;
  }

  Look attend(Channel channel, Lease lease) {
    var walk = new Walk(resources, lease, channel);
    try {
      return switch (channel.desired()) {
        case RUNNING -> up(walk, channel);
        case STOPPED -> down(walk, channel);
        case DELETED -> away(walk, channel);
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

  private Look up(Walk walk, Channel channel) {
    Holdings holdings = channel.holdings();
    Set<Part> outdated = ChannelDiff.between(channel.spec(), holdings.built());
    Found<ObservedEncoder> encoder = outdated.isEmpty() ? watched(holdings) : null;
    if (encoder != null) {
      return running(channel, holdings, encoder);
    }
    if (!outdated.isEmpty()) {
      holdings = assembly.discard(walk, outdated, channel, holdings);
    }
    Outcome halt = walk.halt();
    if (halt != null) {
      return Look.at(holdings, Seen.encoder(null), halt);
    }
    Assembled assembled = assembly.assemble(walk, channel, holdings, now());
    encoder = assembled.encoder();
    if (encoder == null) {
      return Look.at(assembled.holdings(), Seen.encoder(null), haltOf(walk));
    }
    return encoder.observed().state() == EncoderState.CREATE_FAILED
        ? replace(walk, channel, assembled.holdings())
        : running(channel, assembled.holdings(), encoder);
  }

  /** AWS could not make the encoder; it only keeps the place of another one. */
  private Look replace(Walk walk, Channel channel, Holdings holdings) {
    Holdings held = assembly.discard(walk, Set.of(Part.ENCODER), channel, holdings);
    Seen seen =
        Seen.encoder(EncoderState.CREATE_FAILED)
            .trouble("MediaLive could not make the encoder; we try again.", false);
    return Look.at(held, seen, haltOf(walk));
  }

  /**
   * The encoder alone, when everything was seen to be there not long ago and it is up or on its
   * way: the usual case, for one shared listing. Null when more has to be done.
   */
  private @Nullable Found<ObservedEncoder> watched(Holdings holdings) {
    String id = holdings.encoderId();
    Instant complete = holdings.completeAt();
    if (id == null || complete == null || complete.plus(OVERHAUL).isBefore(now())) {
      return null;
    }
    return encoders
        .observe(id)
        .filter(encoder -> encoder.observed().state().needsStop())
        .orElse(null);
  }

  private Look running(Channel channel, Holdings holdings, Found<ObservedEncoder> encoder) {
    Holdings held = holdings.resting(null);
    EncoderState state = encoder.observed().state();
    return switch (state) {
      case RUNNING, RECOVERING -> onAir(channel, held, encoder);
      case IDLE, UPDATE_FAILED -> start(held, encoder.physicalId());
      case CREATE_FAILED, CREATING, STARTING, STOPPING, UPDATING, DELETING, UNKNOWN ->
          Look.at(
              held,
              Seen.encoder(state),
              new Outcome.Waiting("the encoder is " + state, properties.watch().transitional()));
    };
  }

  private Look onAir(Channel channel, Holdings holdings, Found<ObservedEncoder> encoder) {
    EncoderAlerts alerts = encoders.alerts(encoder.physicalId());
    Seen seen = Seen.running(encoder.observed().state(), alerts.missesInput());
    boolean steady = !alerts.missesInput() && channel.run().wasLive();
    var outcome =
        new Outcome.Settled(
            steady ? properties.watch().live() : nextJudgement(alerts.missesInput()));
    return Look.at(holdings, warned(seen, alerts), outcome);
  }

  private static Seen warned(Seen seen, EncoderAlerts alerts) {
    return alerts.others().isEmpty()
        ? seen
        : seen.trouble(String.join("; ", alerts.others()), false);
  }

  /** Without an alert it is a matter of the grace being over; with one, of the broadcaster. */
  private Duration nextJudgement(boolean missesInput) {
    Duration waiting = properties.watch().waiting();
    return missesInput || waiting.compareTo(properties.alertGrace()) < 0
        ? waiting
        : properties.alertGrace();
  }

  private Look start(Holdings holdings, String encoderId) {
    EncoderAlerts alerts = encoders.alerts(encoderId);
    CrashPoint.hit("channel.before-start");
    unlessMovedOn(() -> encoders.start(encoderId));
    CrashPoint.hit("channel.after-start");
    Seen seen = warned(Seen.encoder(EncoderState.STARTING), alerts);
    String trouble = seen.trouble();
    // An encoder that rests with a warning was started before and fell back: not so fast again.
    Outcome outcome =
        trouble == null
            ? new Outcome.Waiting("the encoder starts", properties.watch().transitional())
            : new Outcome.Failed(trouble, RETRY);
    return new Look(holdings, seen, outcome, false);
  }

  private Look down(Walk walk, Channel channel) {
    Holdings holdings = channel.holdings();
    if (holdings.built() == null) {
      return Look.at(holdings, Seen.encoder(null), new Outcome.Settled(NOTHING_TO_WATCH));
    }
    String id = holdings.encoderId();
    EncoderState state =
        id == null
            ? null
            : encoders.observe(id).map(encoder -> encoder.observed().state()).orElse(null);
    if (id != null && state != null && !state.rests()) {
      return quiet(holdings, id, state);
    }
    return rest(walk, channel, state);
  }

  private Look quiet(Holdings holdings, String encoderId, EncoderState state) {
    EncoderState next = state;
    if (state.needsStop()) {
      CrashPoint.hit("channel.before-stop");
      unlessMovedOn(() -> encoders.stop(encoderId));
      CrashPoint.hit("channel.after-stop");
      next = EncoderState.STOPPING;
    }
    return Look.at(
        holdings.resting(null),
        Seen.encoder(next),
        new Outcome.Waiting("the encoder is " + next, properties.watch().transitional()));
  }

  /**
   * Nothing runs: what no longer fits goes now; everything goes after a start that was given up, or
   * when it was not used for long.
   */
  private Look rest(Walk walk, Channel channel, @Nullable EncoderState state) {
    Holdings holdings = channel.holdings();
    Instant since = holdings.restingSince() == null ? now() : holdings.restingSince();
    Holdings resting = holdings.resting(since);
    Seen seen = Seen.encoder(state);
    Duration left = Duration.between(now(), since.plus(properties.idleRetention()));
    boolean givenUp = channel.run().failure() != null;
    if (givenUp || !left.isPositive()) {
      Holdings rest = assembly.takeApart(walk, resting);
      return removing(walk, rest, seen, new Outcome.Settled(NOTHING_TO_WATCH));
    }
    Set<Part> outdated = ChannelDiff.between(channel.spec(), holdings.built());
    var settled = new Outcome.Settled(shorter(left, properties.watch().resting()));
    return outdated.isEmpty()
        ? Look.at(resting, seen, settled)
        : removing(walk, assembly.discard(walk, outdated, channel, resting), seen, settled);
  }

  private static Look removing(Walk walk, Holdings holdings, Seen seen, Outcome whenDone) {
    Outcome halt = walk.halt();
    return halt == null
        ? Look.at(holdings, Seen.encoder(null), whenDone)
        : Look.at(holdings, seen.whileRemoving(), halt);
  }

  private Look away(Walk walk, Channel channel) {
    Holdings left = assembly.takeApart(walk, channel.holdings());
    Outcome halt = walk.halt();
    return halt == null
        ? Look.gone(NEVER_AGAIN)
        : Look.at(left, Seen.encoder(null).whileRemoving(), halt);
  }

  /** AWS refusing because the state is another by now is no news; the next look tells. */
  private static void unlessMovedOn(Runnable call) {
    try {
      call.run();
    } catch (SdkException failure) {
      if (AwsFailures.classify(failure) != AwsFailure.CONFLICT) {
        throw failure;
      }
    }
  }

  private static Outcome haltOf(Walk walk) {
    Outcome halt = walk.halt();
    return halt == null ? new Outcome.Waiting("AWS is asked again", RETRY) : halt;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private Instant now() {
    return Times.now(clock);
  }
}
