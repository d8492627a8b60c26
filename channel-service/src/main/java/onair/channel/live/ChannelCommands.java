package onair.channel.live;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import onair.channel.live.ChannelStatus.Health;
import onair.channel.live.ChannelStatus.Provisioning;
import onair.channel.live.ChannelStatus.Word;
import onair.channel.operation.Operation;
import onair.channel.operation.OperationStore;
import onair.channel.parts.Companions;
import onair.channel.secret.StreamKey;
import onair.channel.srt.SrtPorts;
import onair.common.id.Ids;
import onair.common.reconcile.Wakes;
import onair.common.time.Times;
import onair.common.version.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down what users want of channels. Never talks to AWS: each command changes the row, begins
 * an operation, tells the event and wakes the reconciler, in one transaction.
 */
final class ChannelCommands {

  private static final Set<Word> STARTABLE = EnumSet.of(Word.IDLE, Word.FAILED);
  private static final Set<Word> STOPPABLE =
      EnumSet.of(Word.STARTING, Word.WAITING, Word.LIVE, Word.RECONNECTING, Word.FAILED);
  static final Set<Word> ON_AIR =
      EnumSet.of(Word.STARTING, Word.WAITING, Word.LIVE, Word.RECONNECTING);
  private static final Set<Word> NOT_GONE = EnumSet.complementOf(EnumSet.of(Word.DELETED));

  private final ChannelStore channels;
  private final ChannelTargets targets;
  private final OperationStore operations;
  private final ChannelOperations plans;
  private final Wishes wishes;
  private final ChannelEvents events;
  private final SpecChecks checks;
  private final SrtPorts ports;
  private final List<Companions> companions;
  private final Wakes wakes;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  ChannelCommands(
      ChannelStore channels,
      ChannelTargets targets,
      OperationStore operations,
      ChannelOperations plans,
      ChannelEvents events,
      SpecChecks checks,
      SrtPorts ports,
      List<Companions> companions,
      Wakes wakes,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.channels = channels;
    this.targets = targets;
    this.operations = operations;
    this.plans = plans;
    this.wishes = new Wishes(channels, targets, operations, events, wakes);
    this.events = events;
    this.checks = checks;
    this.ports = ports;
    this.companions = companions;
    this.wakes = wakes;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A new channel, with nothing in AWS yet: everything there costs, so it waits for the start. */
  Channel create(String organizationId, ChannelRequest request) {
    ChannelSpec spec = checks.ladders().in(request.spec(), organizationId);
    checks.rules().require(spec);
    checks.sources().require(spec.ingest());
    checks.keyServers().require(spec.packaging().drm());
    checks.sources().requireSlate(spec.encoding().slate());
    return inTransaction(
        now -> {
          ChannelId id = ChannelId.next();
          Operation operation = plans.create(organizationId, id, now);
          var channel =
              new Channel(
                  id,
                  organizationId,
                  Ids.next("pb"),
                  1,
                  request.name(),
                  request.metadataOrNone(),
                  spec,
                  StreamKey.next(),
                  spec.ingest().bySrt() ? ports.claim(id.value()) : null,
                  Desired.STOPPED,
                  ChannelStatus.NEW,
                  Run.asked(Desired.STOPPED, now),
                  Holdings.NOTHING,
                  operation.id(),
                  now,
                  now);
          operations.insert(operation);
          channels.insert(channel);
          events.created(channel);
          return channel;
        });
  }

  /** Wanted on air. */
  Channel start(String organizationId, String id) {
    return inTransaction(
        now -> {
          Channel channel = channels.lockKnown(organizationId, id);
          require("starting it", channel, STARTABLE);
          checks.starts().require(channel);
          boolean ready = channel.status().provisioning() == Provisioning.READY;
          return ask(
              channel,
              Desired.RUNNING,
              Word.STARTING,
              ready ? Provisioning.STARTING : Provisioning.CREATING,
              null,
              plans.start(channel, now),
              now);
        });
  }

  /** Wanted off air. What it has in AWS stays for a while, for a quick next start. */
  Channel stop(String organizationId, String id) {
    return stop(organizationId, id, null);
  }

  /**
   * @param why in plain words, if the user has not asked for it just now
   */
  Channel stop(String organizationId, String id, @Nullable String why) {
    return inTransaction(
        now -> {
          Channel channel = channels.lockKnown(organizationId, id);
          require("stopping it", channel, STOPPABLE);
          return ask(
              channel,
              Desired.STOPPED,
              Word.STOPPING,
              Provisioning.STOPPING,
              why,
              plans.stop(channel, now).because(why),
              now);
        });
  }

  /** Wanted gone, from any status. Asked again, it changes nothing. */
  Channel delete(String organizationId, String id, IfMatch ifMatch) {
    return inTransaction(
        now -> {
          Channel channel = channels.lockKnown(organizationId, id);
          ifMatch.require(channel.version());
          if (channel.desired() == Desired.DELETED) {
            return channel;
          }
          companions.forEach(companion -> companion.channelDeleted(channel.id().value()));
          return ask(
              channel,
              Desired.DELETED,
              Word.DELETED,
              Provisioning.REMOVING,
              null,
              plans.delete(channel, now),
              now);
        });
  }

  /** Another key from now on; an encoder that runs is replaced, as it carries the one before. */
  Channel rotateKey(String organizationId, String id, IfMatch ifMatch) {
    return inTransaction(
        now -> {
          Channel channel = channels.lockKnown(organizationId, id);
          ifMatch.require(channel.version());
          require("changing its key", channel, NOT_GONE);
          return changeKey(channel, events::keyRotated, now);
        });
  }

  /** Whoever pushes is cut off and does not come back: MediaLive knows no gentler way. */
  Channel kick(String organizationId, String id) {
    return inTransaction(
        now -> {
          Channel channel = channels.lockKnown(organizationId, id);
          require("kicking who pushes", channel, ON_AIR);
          return changeKey(channel, events::kicked, now);
        });
  }

  private Channel changeKey(Channel channel, Consumer<Channel> tell, Instant now) {
    if (!channel.spec().ingest().hasKey()) {
      throw ChannelProblems.noKey(channel.spec().ingest().protocol());
    }
    Channel changed = targets.renewed(channel).rotated(StreamKey.next(), now);
    channels.changeKey(changed);
    tell.accept(changed);
    wake(changed);
    return changed;
  }

  private Channel ask(
      Channel channel,
      Desired wish,
      Word word,
      Provisioning provisioning,
      @Nullable String why,
      Operation operation,
      Instant now) {
    var told = new ChannelStatus(word, provisioning, Health.UNKNOWN, why);
    return wishes.ask(channel, wish, told, operation, now);
  }

  private void wake(Channel channel) {
    wakes.wake(ChannelReconciler.NAME, channel.id().value());
  }

  static void require(String action, Channel channel, Set<Word> allowedFrom) {
    if (!allowedFrom.contains(channel.status().word())) {
      throw ChannelProblems.notAllowedNow(action, channel, allowedFrom);
    }
  }

  private Channel inTransaction(Function<Instant, Channel> command) {
    Channel channel = transactions.execute(status -> command.apply(Times.now(clock)));
    if (channel == null) {
      throw new IllegalStateException("a command makes a channel");
    }
    return channel;
  }
}
