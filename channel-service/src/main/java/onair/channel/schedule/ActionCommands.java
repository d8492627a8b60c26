package onair.channel.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import onair.channel.schedule.Action.Status;
import onair.channel.schedule.Broadcasts.Broadcast;
import onair.common.id.Ids;
import onair.common.problem.Problems;
import onair.common.reconcile.Wakes;
import onair.common.time.Times;
import onair.common.version.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** Writes down what users want of a channel's schedule. Never talks to AWS. */
final class ActionCommands {

  /** As far as MediaLive looks ahead. Source: MediaLive user guide, "Working with the schedule". */
  static final Duration LATEST = Duration.ofDays(14);

  /** As many a channel has before it that have not ended. */
  static final int MOST = 100;

  private final ActionStore store;
  private final Broadcasts broadcasts;
  private final DeedRules rules;
  private final Wakes wakes;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  ActionCommands(
      ActionStore store,
      Broadcasts broadcasts,
      DeedRules rules,
      Wakes wakes,
      TransactionOperations transactions,
      InstantSource clock) {
    this.store = store;
    this.broadcasts = broadcasts;
    this.rules = rules;
    this.wakes = wakes;
    this.transactions = transactions;
    this.clock = clock;
  }

  Action create(String organizationId, String channelId, ActionRequest request) {
    rules.requireReadable(request);
    return inTransaction(
        now -> {
          Broadcast broadcast =
              broadcasts
                  .find(organizationId, channelId)
                  .orElseThrow(() -> Problems.notFound("channel", channelId));
          requireStart(request.startAt(), now);
          Deed deed = rules.deed(request, broadcast);
          if (!broadcast.running()) {
            throw ActionProblems.notRunning(broadcast);
          }
          var wanted =
              new Action(
                  Ids.next(Action.PREFIX),
                  organizationId,
                  channelId,
                  1,
                  request.metadataOrNone(),
                  Status.SCHEDULED,
                  null,
                  deed,
                  request.startAt(),
                  request.duration(),
                  null,
                  null,
                  now,
                  now);
          requireRoom(wanted);
          store.insert(wanted);
          wakes.wake(ActionReconciler.NAME, wanted.id());
          return wanted;
        });
  }

  private void requireRoom(Action wanted) {
    List<Action> others = store.lockOpen(wanted.channelId());
    if (others.size() >= MOST) {
      throw ActionProblems.tooMany(MOST);
    }
    others.stream()
        .filter(wanted::collides)
        .findFirst()
        .ifPresent(
            other -> {
              throw ActionProblems.overlaps(other);
            });
  }

  /** Asked again, it changes nothing. */
  Action cancel(String organizationId, String channelId, String id, IfMatch ifMatch) {
    return inTransaction(
        now -> {
          Action action =
              store
                  .lock(id)
                  .filter(found -> found.organizationId().equals(organizationId))
                  .filter(found -> found.channelId().equals(channelId))
                  .orElseThrow(() -> ActionProblems.notFound(id));
          ifMatch.require(action.version());
          if (action.status() == Status.CANCELLING || action.status() == Status.CANCELLED) {
            return action;
          }
          if (!action.status().open()) {
            throw ActionProblems.over(action);
          }
          Action cancelled = action.is(Status.CANCELLING, null, now);
          store.update(cancelled);
          wakes.wake(ActionReconciler.NAME, id);
          return cancelled;
        });
  }

  private static void requireStart(@Nullable Instant startAt, Instant now) {
    if (startAt != null && startAt.isBefore(now.plus(Due.EARLIEST))) {
      throw ActionProblems.badStart(
          "must be at least %d seconds ahead; leave it out for at once"
              .formatted(Due.EARLIEST.toSeconds()));
    }
    if (startAt != null && startAt.isAfter(now.plus(LATEST))) {
      throw ActionProblems.badStart("must be at most 14 days ahead");
    }
  }

  private Action inTransaction(Function<Instant, Action> command) {
    return Objects.requireNonNull(transactions.execute(status -> command.apply(Times.now(clock))));
  }
}
