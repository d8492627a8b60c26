package onair.common.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import onair.common.reconcile.ResourceRow.Create;
import onair.common.reconcile.ResourceRow.Desired;
import onair.common.reconcile.ResourceRow.Removal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one resource as far as it gets in one run: asks {@link ResourceDecision} for a step, does
 * it, records it, and again. What is recorded before a call and after it is the protocol.
 */
final class ResourceRun<O> {
  private static final Logger LOG = LoggerFactory.getLogger(ResourceRun.class);

  /** The longest way, from a lost resource over a clash to an adopted one, takes about ten. */
  private static final int MOST_STEPS = 24;

  private final RunState<O> state;
  private final CreateCall<O> create;
  private final DeleteCall<O> delete;
  private final LookCall<O> look;
  private final ResourceDecision.Rules rules;

  ResourceRun(RunState<O> state, Function<Identity, Found<O>> create) {
    this.state = state;
    this.create = new CreateCall<>(state, create);
    this.delete = new DeleteCall<>(state);
    this.look = new LookCall<>(state);
    this.rules =
        new ResourceDecision.Rules(
            state.edge().idempotency(), state.patience().settle(), state.patience().look());
  }

  RunEnd<O> towards(Desired wanted) {
    if (state.row().desired() != wanted) {
      state.save(state.row().edit().want(wanted, state.deadline(wanted)), "want");
    }
    for (int steps = 0; steps < MOST_STEPS; steps++) {
      var end = take(ResourceDecision.next(state.row(), state.facts(), rules, state.now()));
      if (end != null) {
        return explained(end);
      }
    }
    return RunEnd.stopped(
        new Outcome.Failed("no end after " + MOST_STEPS + " steps", state.patience().look()));
  }

  /**
   * Until nothing is in doubt or under way any more. Nothing is done before a doubt ends: a create
   * that is repeated would be one that nobody asks for.
   */
  Optional<Outcome> settle() {
    for (int steps = 0; steps < MOST_STEPS; steps++) {
      var row = state.row();
      var doubt = row.doubtUntil();
      if (doubt == null && (row.create() == Create.NONE || row.removal() == Removal.NONE)) {
        state.saveIfChanged(row.edit().done(), "rested");
        return Optional.empty();
      }
      if (doubt != null && !row.settled(state.now())) {
        var left = Duration.between(state.now(), doubt);
        return Optional.of(new Outcome.Waiting("an answer was lost", left));
      }
      var end = take(ResourceDecision.next(row, state.facts(), rules, state.now()));
      if (end != null) {
        return Optional.of(
            end instanceof RunEnd.Stopped<O>(Outcome outcome)
                ? outcome
                : new Outcome.Waiting("a second copy is removed", state.patience().look()));
      }
    }
    return Optional.of(
        new Outcome.Failed("no end after " + MOST_STEPS + " steps", state.patience().look()));
  }

  /** Does one step; null when there is more to do at once. */
  private @Nullable RunEnd<O> take(Step<O> step) {
    return switch (step) {
      case Step.Create<O>(long generation) ->
          nameIsTaken() ? waitForName() : create.first(generation);
      case Step.RepeatCreate<O>() -> create.repeat();
      case Step.Observe<O>() -> look.observe();
      case Step.ListAll<O>() -> look.list();
      case Step.Adopt<O>(Found<O> oldest, boolean others) -> adopt(oldest, others);
      case Step.RemoveExtras<O>(List<Found<O>> extras) -> removeExtras(extras);
      case Step.Delete<O>(Found<O> found) -> delete.send(found);
      case Step.NeverMade<O>() -> record(state.row().edit().none().doubt(null), "never-made");
      case Step.ClearDoubt<O>() -> record(state.row().edit().doubt(null), "doubt-cleared");
      case Step.Gone<O>() -> gone();
      case Step.Wait<O>(Instant until, String reason) ->
          RunEnd.stopped(new Outcome.Waiting(reason, Duration.between(state.now(), until)));
      case Step.Refused<O>(String reason) ->
          RunEnd.stopped(new Outcome.Failed(reason, Refusals.LONG_RETRY));
      case Step.Ready<O>(Found<O> found) -> new RunEnd.Ready<>(found);
      case Step.Final<O>() -> new RunEnd.Absent<>();
    };
  }

  /** A late delete of what has the same name would hit what is made now. */
  private boolean nameIsTaken() {
    return state.edge().idempotency() instanceof Idempotency.NaturalName
        && !state.condemned().isEmpty();
  }

  private RunEnd<O> waitForName() {
    return RunEnd.stopped(
        new Outcome.Waiting("what has its name is being removed", state.patience().look()));
  }

  private @Nullable RunEnd<O> adopt(Found<O> oldest, boolean others) {
    var row = state.row();
    LOG.info("{}: adopting {}, whose create was never answered", row.key(), oldest.physicalId());
    var now = state.now();
    state.learned(state.facts().seen(Optional.of(oldest), now));
    var edit = row.edit().known(oldest.physicalId(), now);
    if (row.desired() == Desired.PRESENT) {
      edit.done();
    }
    return record(others ? edit.doubtAtLeast(now) : edit, "adopted");
  }

  /**
   * The doubt stays, so that the next run lists again until nothing is left to remove. Held up for
   * long, another run may have taken in what was listed as an extra.
   */
  private @Nullable RunEnd<O> removeExtras(List<Found<O>> extras) {
    var committed = state.now();
    state.save(state.row().edit().doubtAtLeast(committed), "extras");
    for (var extra : extras) {
      if (state.tooLate(committed)) {
        return RunEnd.heldUp(state.patience());
      }
      LOG.warn("{}: deleting {}, a second copy", state.row().key(), extra.physicalId());
      var end = look.asking(() -> state.edge().delete(extra));
      if (end != null) {
        return end;
      }
    }
    state.learned(state.facts().afterExtras());
    return null;
  }

  private @Nullable RunEnd<O> gone() {
    var row = state.row();
    if (row.desired() == Desired.PRESENT && row.removal() == Removal.NONE) {
      LOG.warn("{}: {} is gone without our doing", row.key(), row.physicalId());
    }
    state.learned(Facts.none());
    var edit = row.edit().none();
    return record(row.desired() == Desired.ABSENT ? edit.done() : edit, "gone");
  }

  private @Nullable RunEnd<O> record(RowEditor edit, String point) {
    state.save(edit, point);
    return null;
  }

  /** Stores why it is not as wanted, or that it is. */
  private RunEnd<O> explained(RunEnd<O> end) {
    var row = state.row();
    var explained =
        switch (end) {
          case RunEnd.Ready<O>(Found<O> found) ->
              row.edit().observed(state.edge().summary(found.observed()), state.now()).done();
          case RunEnd.Absent<O>() -> row.edit().done();
          case RunEnd.Stopped<O>(Outcome outcome) ->
              row.edit().reason(Refusals.reason(outcome), state.deadline(row.desired()));
        };
    state.saveIfChanged(explained, "explained");
    return end instanceof RunEnd.Stopped<O>(Outcome.Waiting(String reason, Duration after))
            && row.overdue(state.now())
        ? RunEnd.stopped(new Outcome.Failed("overdue: " + reason, after))
        : end;
  }
}
