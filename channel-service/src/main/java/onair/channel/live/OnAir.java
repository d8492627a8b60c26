package onair.channel.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onair.channel.drift.DriftWatch;
import onair.channel.live.Assembly.Assembled;
import onair.channel.live.ChannelDiff.Part;
import onair.channel.parts.EncoderAlerts;
import onair.channel.parts.EncoderState;
import onair.channel.parts.Encoders;
import onair.channel.parts.ObservedEncoder;
import onair.channel.parts.PushTarget;
import onair.channel.session.Sessions;
import onair.common.reconcile.CrashPoint;
import onair.common.reconcile.Found;
import onair.common.reconcile.Outcome;
import onair.common.time.Times;
import org.jspecify.annotations.Nullable;

/** Moves AWS towards a channel being on air, or ready for it, as far as it goes now. */
final class OnAir {

  /** Everything is looked over again this often while a channel is on air. */
  private static final Duration OVERHAUL = Duration.ofMinutes(10);

  static final String NOT_MADE = "MediaLive could not make the encoder; we try again.";

  private final Assembly assembly;
  private final Encoders encoders;
  private final KnownEncoders knownEncoders;
  private final Sessions sessions;
  private final DriftWatch drift;
  private final KeyServers keyServers;
  private final ChannelProperties properties;
  private final InstantSource clock;

  OnAir(
      Assembly assembly,
      Encoders encoders,
      KnownEncoders knownEncoders,
      Sessions sessions,
      DriftWatch drift,
      KeyServers keyServers,
      ChannelProperties properties,
      InstantSource clock) {
    this.assembly = assembly;
    this.encoders = encoders;
    this.knownEncoders = knownEncoders;
    this.sessions = sessions;
    this.drift = drift;
    this.keyServers = keyServers;
    this.properties = properties;
    this.clock = clock;
  }

  Look up(Walk walk, Channel wanted) {
    Channel channel = whileRecorded(wanted);
    Holdings holdings = channel.holdings();
    Set<Part> outdated = ChannelDiff.between(channel.spec(), holdings.built());
    boolean elsewhere = outdated.contains(Part.PACKAGING) || outdated.contains(Part.ENDPOINT);
    if (elsewhere && sessions.needPackaging(channel.id().value(), now())) {
      return Look.at(
          holdings,
          Seen.encoder(null),
          new Outcome.Waiting(
              "the recording of the last broadcast is being made", Assembly.WAITING_FOR_RECORDING));
    }
    if (outdated.remove(Part.WINDOW)) {
      assembly.amend(walk, channel);
      if (walk.halt() != null) {
        return incomplete(channel, holdings, knownEncoders.of(channel), walk.due());
      }
      holdings = outdated.isEmpty() ? holdings.builtFrom(channel.spec()) : holdings;
    }
    if (!outdated.isEmpty()) {
      Holdings left = assembly.discard(walk, outdated, channel, holdings);
      return walk.halt() == null
          ? assemble(walk, channel, left, null)
          : Look.at(left, Seen.encoder(null), walk.due());
    }
    return kept(walk, channel, holdings);
  }

  /** What is recorded is made out of what the endpoint keeps: not less, until it is made. */
  private Channel whileRecorded(Channel wanted) {
    ChannelSpec built = wanted.holdings().built();
    return built != null
            && built.record()
            && !wanted.spec().record()
            && sessions.needPackaging(wanted.id().value(), now())
        ? wanted.as(wanted.spec().recorded(true))
        : wanted;
  }

  /** All that is there is as asked for, so far as it was asked for. */
  private Look kept(Walk walk, Channel channel, Holdings holdings) {
    var encoder = knownEncoders.of(channel);
    if (encoder != null && mayHaveDrifted(holdings, encoder.observed().state())) {
      walk.compare();
    }
    boolean steady =
        recentlyComplete(holdings)
            && !walk.canTellLost(now())
            && !drift.repairs(channel.id().value());
    return encoder != null && needsOnlyLooking(encoder.observed().state()) && steady
        ? running(walk, channel, holdings, encoder)
        : assemble(walk, channel, holdings, encoder);
  }

  /** Nothing else is looked at meanwhile; before a start, all is. */
  private static boolean needsOnlyLooking(EncoderState state) {
    return state == EncoderState.CREATING || state.needsStop();
  }

  /** Not while it is made: nobody has had the time to change anything. */
  private static boolean mayHaveDrifted(Holdings holdings, EncoderState state) {
    return state.runs() || holdings.restingSince() != null;
  }

  /**
   * @param known the encoder as it was just seen, if it was
   */
  private Look assemble(
      Walk walk, Channel channel, Holdings holdings, @Nullable Found<ObservedEncoder> known) {
    Assembled assembled = assembly.assemble(walk, channel, holdings, now());
    Found<ObservedEncoder> encoder = assembled.encoder();
    if (encoder == null) {
      return incomplete(channel, assembled.holdings(), known, walk.due());
    }
    return encoder.observed().state() == EncoderState.CREATE_FAILED
        ? replace(walk, channel, assembled.holdings())
        : running(walk, channel, assembled.holdings(), encoder);
  }

  /**
   * Something is missing or could not be looked at; an encoder that runs is on air all the same.
   */
  private Look incomplete(
      Channel channel, Holdings holdings, @Nullable Found<ObservedEncoder> known, Outcome halt) {
    if (known == null || !known.observed().state().runs()) {
      EncoderState state = known == null ? null : known.observed().state();
      return Look.at(holdings, Seen.encoder(state), halt);
    }
    Look onAir = onAir(channel, holdings.resting(null), known);
    return Look.at(onAir.holdings(), onAir.seen(), halt);
  }

  /** AWS could not make the encoder; it only keeps the place of another one. */
  private Look replace(Walk walk, Channel channel, Holdings holdings) {
    Holdings held = assembly.discard(walk, Set.of(Part.ENCODER), channel, holdings);
    Seen seen = Seen.encoder(EncoderState.CREATE_FAILED).trouble(NOT_MADE, false);
    return Look.at(held, seen, walk.due());
  }

  /**
   * Whether everything was seen to be there not long ago, so that looking at the encoder is enough:
   * the usual case, which costs one listing for all channels.
   */
  private boolean recentlyComplete(Holdings holdings) {
    Instant complete = holdings.completeAt();
    return complete != null && complete.plus(OVERHAUL).isAfter(now());
  }

  private Look running(
      Walk walk, Channel channel, Holdings holdings, Found<ObservedEncoder> encoder) {
    return channel.desired() == Desired.READY
        ? ready(walk, channel, holdings, encoder)
        : wanted(walk, channel, holdings, encoder);
  }

  /** All is there. Nothing is to run yet: what runs all the same is stopped. */
  private Look ready(
      Walk walk, Channel channel, Holdings holdings, Found<ObservedEncoder> encoder) {
    EncoderState state = encoder.observed().state();
    if (state.needsStop()) {
      KnownEncoders.unlessMovedOn(() -> encoders.stop(encoder.physicalId()));
      state = EncoderState.STOPPING;
    }
    Seen seen = Seen.encoder(state);
    if (!seen.startable()) {
      return Look.at(
          holdings.resting(null),
          seen,
          new Outcome.Waiting("the encoder is " + state, properties.watch().transitional()));
    }
    Holdings resting = holdings.restingSince() == null ? holdings.resting(now()) : holdings;
    return assembly.close(walk, channel)
        ? Look.at(resting, seen, new Outcome.Settled(properties.watch().resting()))
        : Look.at(resting, seen.whileClosing(), walk.due());
  }

  private Look wanted(
      Walk walk, Channel channel, Holdings holdings, Found<ObservedEncoder> encoder) {
    Holdings held = holdings.resting(null);
    EncoderState state = encoder.observed().state();
    return switch (state) {
      case RUNNING, RECOVERING -> fed(walk, channel, onAir(channel, held, encoder));
      case IDLE, UPDATE_FAILED -> startable(walk, channel, held, encoder);
      case CREATE_FAILED, CREATING, STARTING, STOPPING, UPDATING, DELETING, UNKNOWN ->
          Look.at(
              held,
              Seen.encoder(state),
              new Outcome.Waiting("the encoder is " + state, properties.watch().transitional()));
    };
  }

  /** What feeds an encoder that runs may have been stopped by somebody: it is started again. */
  private Look fed(Walk walk, Channel channel, Look look) {
    return assembly.open(walk, channel) ? look : Look.at(look.holdings(), look.seen(), walk.due());
  }

  private Look onAir(Channel channel, Holdings holdings, Found<ObservedEncoder> encoder) {
    EncoderAlerts alerts = encoders.alerts(encoder.physicalId(), pipelines(holdings));
    // One of two pipelines is being mended, and the other one is on air.
    EncoderState state = alerts.halved() ? EncoderState.RUNNING : encoder.observed().state();
    Seen seen = Seen.running(state, alerts.missesInput());
    boolean steady = !alerts.missesInput() && channel.run().wasLive();
    var outcome =
        new Outcome.Settled(
            steady ? properties.watch().live() : nextJudgement(alerts.missesInput()));
    return Look.at(holdings, warned(channel, holdings, seen, alerts), outcome);
  }

  private static int pipelines(Holdings holdings) {
    return holdings.built() == null ? 1 : holdings.built().encoding().count();
  }

  /** Whoever it is pushed to and does not take it has a trouble of their own, not the channel. */
  private Seen warned(Channel channel, Holdings holdings, Seen seen, EncoderAlerts alerts) {
    List<String> troubles = new ArrayList<>(alerts.others());
    Map<String, String> failing = new HashMap<>();
    ChannelSpec built = holdings.built();
    List<PushTarget> targets =
        alerts.undelivered().isEmpty() || built == null
            ? List.of()
            : assembly.pushes(built, channel);
    for (String words : alerts.undelivered()) {
      List<PushTarget> meant = PushTarget.meant(words, targets);
      meant.forEach(target -> failing.put(target.id(), PushTarget.redact(words, targets)));
      if (meant.isEmpty()) {
        troubles.add(words);
      }
    }
    Seen told = failing.isEmpty() ? seen : seen.failing(failing);
    return troubles.isEmpty() ? told : told.trouble(String.join("; ", troubles), false);
  }

  /** Without an alert it is a matter of the grace being over; with one, of the broadcaster. */
  private Duration nextJudgement(boolean missesInput) {
    Duration waiting = properties.watch().waiting();
    return missesInput || waiting.compareTo(properties.alertGrace()) < 0
        ? waiting
        : properties.alertGrace();
  }

  /** What nobody could decrypt is not paid for. */
  private Look startable(
      Walk walk, Channel channel, Holdings holdings, Found<ObservedEncoder> encoder) {
    Seen rests = Seen.encoder(encoder.observed().state());
    String keyless = keyServers.trouble(channel.spec().packaging().drm()).orElse(null);
    if (keyless != null) {
      var later = new Outcome.Waiting(keyless, properties.watch().waiting());
      return Look.at(holdings, rests.trouble(keyless, false), later);
    }
    return assembly.open(walk, channel)
        ? start(channel, holdings, encoder.physicalId())
        : Look.at(holdings, rests, walk.due());
  }

  private Look start(Channel channel, Holdings holdings, String encoderId) {
    EncoderAlerts alerts = encoders.alerts(encoderId, pipelines(holdings));
    CrashPoint.hit("channel.before-start");
    KnownEncoders.unlessMovedOn(() -> encoders.start(encoderId));
    CrashPoint.hit("channel.after-start");
    Seen seen = warned(channel, holdings, Seen.encoder(EncoderState.STARTING), alerts);
    String trouble = seen.trouble();
    // An encoder that rests with a warning was started before and fell back: not so fast again.
    Outcome outcome =
        trouble == null
            ? new Outcome.Waiting("the encoder starts", properties.watch().transitional())
            : new Outcome.Failed(trouble, Upkeep.RETRY);
    return new Look(holdings, seen, outcome, false);
  }

  private Instant now() {
    return Times.now(clock);
  }
}
