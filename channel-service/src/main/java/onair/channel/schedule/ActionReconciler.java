package onair.channel.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import onair.channel.schedule.Action.Status;
import onair.channel.schedule.Broadcasts.Broadcast;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.reconcile.Reconciler;
import onair.common.time.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Has an action happen in the broadcast: tells the encoder in time, ends what lasts, and takes back
 * what is not wanted any more. Every action has one name in the encoder's schedule and so has what
 * ends it, so that asking twice does it once.
 */
final class ActionReconciler implements Reconciler {

  static final String NAME = "schedule-action";

  private static final Outcome NEVER_AGAIN = new Outcome.Settled(Duration.ofDays(3650));

  /** Whoever moves the channel or ends the action wakes it. */
  private static final Outcome UNTIL_WOKEN = new Outcome.Settled(Duration.ofHours(1));

  private static final String OFF_AIR = "The channel was not on air any more.";

  private final ActionStore store;
  private final Broadcasts broadcasts;
  private final EncoderSchedule schedule;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  ActionReconciler(
      ActionStore store,
      Broadcasts broadcasts,
      EncoderSchedule schedule,
      TransactionOperations transactions,
      InstantSource clock) {
    this.store = store;
    this.broadcasts = broadcasts;
    this.schedule = schedule;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Outcome reconcile(String owner, Lease lease) {
    Optional<Action> found = store.find(owner).filter(action -> action.status().open());
    if (found.isEmpty()) {
      return NEVER_AGAIN;
    }
    Action action = found.get();
    Optional<Broadcast> broadcast =
        broadcasts.find(action.organizationId(), action.channelId()).filter(Broadcast::running);
    String encoder = broadcast.map(Broadcast::encoderId).orElse(null);
    if (encoder == null) {
      Status over = action.status() == Status.ACTIVE ? Status.DONE : Status.CANCELLED;
      return write(lease, action, known -> known.is(over, OFF_AIR, Times.now(clock)), NEVER_AGAIN);
    }
    Instant now = Times.now(clock);
    return switch (action.status()) {
      case SCHEDULED ->
          encoder.equals(action.encoderId())
              ? begin(lease, action, now)
              : tell(lease, action, encoder, now);
      case ACTIVE -> last(lease, action, encoder, now);
      case CANCELLING -> takeBack(lease, action, encoder, now);
      case DONE, FAILED, CANCELLED -> NEVER_AGAIN;
    };
  }

  private Outcome tell(Lease lease, Action action, String encoder, Instant now) {
    return switch (Due.of(action.startAt(), action.createdAt(), now)) {
      case Due.Later(var after) -> new Outcome.Waiting("it is not time yet", after);
      case Due.Missed() ->
          write(
              lease,
              action,
              known -> known.is(Status.FAILED, "MediaLive did not take it in time.", now),
              NEVER_AGAIN);
      case Due.Now due -> {
        schedule.put(encoder, action.id(), due.at(), action.deed());
        yield write(
            lease,
            action,
            known -> known.told(encoder, due.begins(now), Times.now(clock)),
            new Outcome.Waiting("it begins soon", between(now, due.begins(now))));
      }
    };
  }

  /** The encoder knows: it happens by itself. */
  private Outcome begin(Lease lease, Action action, Instant now) {
    if (now.isBefore(action.begins())) {
      return new Outcome.Waiting("it begins soon", between(now, action.begins()));
    }
    boolean lasts = action.deed().undo().isPresent();
    return write(
        lease,
        action,
        known -> known.is(lasts ? Status.ACTIVE : Status.DONE, null, now),
        lasts ? new Outcome.Waiting("it lasts", Duration.ZERO) : NEVER_AGAIN);
  }

  private Outcome last(Lease lease, Action action, String encoder, Instant now) {
    if (!encoder.equals(action.encoderId())) {
      return write(lease, action, known -> known.is(Status.DONE, OFF_AIR, now), NEVER_AGAIN);
    }
    Optional<Instant> ends = action.ends();
    if (ends.isEmpty()) {
      return UNTIL_WOKEN;
    }
    Duration left = Duration.between(now, ends.get());
    if (left.compareTo(Due.ASK_AHEAD) > 0) {
      return new Outcome.Waiting("it lasts", left.minus(Due.ASK_AHEAD));
    }
    if (left.compareTo(Due.LEAD) >= 0) {
      undo(action, encoder, ends.get());
    }
    if (left.isPositive()) {
      return new Outcome.Waiting("it ends soon", left);
    }
    undo(action, encoder, null);
    return write(lease, action, known -> known.is(Status.DONE, null, now), NEVER_AGAIN);
  }

  /**
   * Also when the encoder is not known to have been told: it may have been by a run that could not
   * write that down.
   */
  private Outcome takeBack(Lease lease, Action action, String encoder, Instant now) {
    schedule.remove(encoder, action.id());
    if (!now.isBefore(action.begins())) {
      schedule.remove(encoder, undoing(action));
      undo(action, encoder, null);
    }
    return write(
        lease,
        action,
        known -> known.is(Status.CANCELLED, "You cancelled it.", Times.now(clock)),
        NEVER_AGAIN);
  }

  private void undo(Action action, String encoder, @Nullable Instant at) {
    action.deed().undo().ifPresent(deed -> schedule.put(encoder, undoing(action), at, deed));
  }

  private static String undoing(Action action) {
    return action.id() + "-off";
  }

  private static Duration between(Instant now, Instant then) {
    return then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO;
  }

  private Outcome write(Lease lease, Action action, UnaryOperator<Action> change, Outcome next) {
    transactions.executeWithoutResult(
        status -> {
          lease.require();
          store
              .lock(action.id())
              .filter(known -> known.status() == action.status())
              .ifPresent(known -> store.update(change.apply(known)));
        });
    return next;
  }
}
