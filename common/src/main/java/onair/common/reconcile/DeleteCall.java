package onair.common.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import onair.common.reconcile.ResourceRow.Removal;
import org.jspecify.annotations.Nullable;

/**
 * Ask, delete, record. Where the name is the id, a late delete would hit the next generation, so an
 * unanswered one leaves doubt.
 */
final class DeleteCall<O> {
  private final RunState<O> state;

  DeleteCall(RunState<O> state) {
    this.state = state;
  }

  /** Null when there is more to do at once. */
  @Nullable RunEnd<O> send(Found<O> found) {
    var row = state.row();
    var committed = state.now();
    var asked = row.removal() == Removal.NONE ? row.edit().removal(Removal.ASKED) : row.edit();
    if (state.edge().idempotency() instanceof Idempotency.NaturalName) {
      asked.doubtAtLeast(committed.plus(state.patience().settle()));
    }
    state.saveIfChanged(asked, "delete-asked");
    if (state.tooLate(committed)) {
      return RunEnd.heldUp(state.patience());
    }
    Deletion deletion;
    try {
      deletion = state.edge().delete(found);
    } catch (RuntimeException thrown) {
      return failed(state.read(thrown), row.doubtUntil(), committed);
    }
    CrashPoint.hit("resource.delete.answered");
    return answered(deletion, row.doubtUntil(), committed);
  }

  private @Nullable RunEnd<O> failed(
      CallFailure failure, @Nullable Instant doubtBefore, Instant sent) {
    CrashPoint.hit("resource.delete.failed");
    if (!failure.definite()) {
      return RunEnd.stopped(Refusals.outcome(failure));
    }
    return switch (failure.meaning()) {
      case NOT_FOUND -> answered(new Deletion.Gone(), doubtBefore, sent);
      case CONFLICT ->
          answered(
              new Deletion.NotYet(failure.reason(), state.patience().look()), doubtBefore, sent);
      case THROTTLED, QUOTA, DENIED, INVALID, UNAVAILABLE -> {
        state.saveIfChanged(state.row().edit().doubt(doubtBefore), "delete-refused");
        yield RunEnd.stopped(Refusals.outcome(failure));
      }
    };
  }

  private @Nullable RunEnd<O> answered(
      Deletion deletion, @Nullable Instant doubtBefore, Instant sent) {
    var edit = state.row().edit().doubt(doubtBefore);
    return switch (deletion) {
      case Deletion.Requested() -> {
        state.learned(state.facts().afterDelete());
        state.saveIfChanged(edit.removal(Removal.ACCEPTED), "delete-accepted");
        yield null;
      }
      case Deletion.Gone() -> {
        state.learned(state.facts().seen(Optional.empty(), sent));
        state.saveIfChanged(edit, "delete-found-nothing");
        yield null;
      }
      case Deletion.NotYet(String reason, Duration after) -> {
        state.saveIfChanged(edit, "delete-not-yet");
        yield RunEnd.stopped(new Outcome.Waiting(reason, after));
      }
    };
  }
}
