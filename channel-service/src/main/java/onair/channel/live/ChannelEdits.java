package onair.channel.live;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import onair.channel.live.ChannelStatus.Word;
import onair.channel.operation.Operation;
import onair.channel.operation.OperationStore;
import onair.common.reconcile.Wakes;
import onair.common.time.Times;
import onair.common.version.IfMatch;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down what users want of channels that are there to be otherwise. Whether it may be so
 * while a channel is on air is decided here, by {@link EditRules}; that it becomes so is the
 * reconciler's, by {@link ChannelDiff}.
 */
final class ChannelEdits {

  static final Set<Word> CHANGEABLE = EnumSet.of(Word.IDLE, Word.FAILED, Word.DISABLED);

  private final ChannelStore channels;
  private final OperationStore operations;
  private final ChannelOperations plans;
  private final ChannelEvents events;
  private final EditRules edits;
  private final SpecChecks checks;
  private final Wakes wakes;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  ChannelEdits(
      ChannelStore channels,
      OperationStore operations,
      ChannelOperations plans,
      ChannelEvents events,
      EditRules edits,
      SpecChecks checks,
      Wakes wakes,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.channels = channels;
    this.operations = operations;
    this.plans = plans;
    this.events = events;
    this.edits = edits;
    this.checks = checks;
    this.wakes = wakes;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * How far an edit of a channel on air may go.
   *
   * @param restart whether viewers may be made to wait
   * @param rehearsed whether it is undone in any case, so that nothing has to be refused
   */
  record Consent(boolean restart, boolean rehearsed) {

    static final Consent NONE = new Consent(false, false);
    static final Consent RESTART = new Consent(true, false);

    boolean covers(EditEffect effect) {
      return effect == EditEffect.IN_PLACE || restart && effect == EditEffect.RESTART;
    }
  }

  /**
   * What became of an edit.
   *
   * @param channel as it is now
   * @param onAir whether it is edited under who watches
   * @param restarts whether its encoder is made anew for it
   */
  record Edited(Channel channel, Edit edit, boolean onAir, boolean restarts) {}

  /**
   * Another name, other metadata, another spec.
   *
   * @throws onair.common.problem.Problem 409 when its status, or {@link Consent}, does not allow it
   */
  Edited edit(
      String organizationId, String id, IfMatch ifMatch, ChannelPatch patch, Consent consent) {
    checks.keyServers().require(patch.newDrm());
    checks.sources().requireSlate(patch.newSlate());
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              Channel channel = channels.lockKnown(organizationId, id);
              ifMatch.require(channel.version());
              return edit(channel, patch, consent, Times.now(clock));
            }));
  }

  private Edited edit(Channel channel, ChannelPatch patch, Consent consent, Instant now) {
    Channel changed =
        channel.described(
            patch.name(channel.name()),
            patch.metadata(channel.metadata()),
            checks.ladders().in(patch.spec(channel.spec()), channel.organizationId()),
            now);
    boolean onAir = isOnAir(channel);
    Edit edit = edits.of(channel, changed);
    if (changed.sameWords(channel)) {
      return new Edited(channel, edit, onAir, false);
    }
    boolean otherSpec = !changed.spec().equals(channel.spec());
    if (channel.desired() == Desired.DELETED || otherSpec && !onAir) {
      ChannelCommands.require("changing it", channel, CHANGEABLE);
    }
    if (otherSpec) {
      checks.rules().require(changed.spec());
    }
    EditEffect effect = edit.effect();
    if (onAir && !consent.covers(effect) && !consent.rehearsed()) {
      throw ChannelProblems.notOnAir(channel, edit);
    }
    boolean restarts = onAir && effect == EditEffect.RESTART;
    Channel kept = restarts ? restarted(changed, now) : changed;
    channels.update(kept);
    events.updated(kept);
    if (otherSpec) {
      wakes.wake(ChannelReconciler.NAME, kept.id().value());
    }
    return new Edited(kept, edit, onAir, restarts);
  }

  /** It is the same broadcast; only what is to be waited for is new. */
  private Channel restarted(Channel changed, Instant now) {
    checks.starts().require(changed);
    Operation operation = plans.restart(changed, now);
    operations.overtake(changed.operationId(), operation, now);
    return changed.under(operation.id());
  }

  private static boolean isOnAir(Channel channel) {
    return channel.desired() == Desired.RUNNING
        && ChannelCommands.ON_AIR.contains(channel.status().word());
  }
}
