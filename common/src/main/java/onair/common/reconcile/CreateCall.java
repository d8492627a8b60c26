package onair.common.reconcile;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import onair.common.aws.AwsFailure;
import onair.common.aws.SingleAttempt;
import org.jspecify.annotations.Nullable;

/**
 * Intent, create, record. The doubt is stored with the intent, so that it is there when this
 * process is not any more, and taken back when an answer says what this call did.
 */
final class CreateCall<O> {
  private final RunState<O> state;
  private final Function<Identity, Found<O>> create;

  CreateCall(RunState<O> state, Function<Identity, Found<O>> create) {
    this.state = state;
    this.create = create;
  }

  /** The first try of a generation; null when there is more to do at once. */
  @Nullable RunEnd<O> first(long generation) {
    var row = state.row();
    var token = Identities.token(row.key(), generation);
    var now = state.now();
    return send(row.edit().intend(generation, token, now, state.deadline(row.desired())), false);
  }

  /** The same create again; null when there is more to do at once. */
  @Nullable RunEnd<O> repeat() {
    return send(state.row().edit(), true);
  }

  private @Nullable RunEnd<O> send(RowEditor intent, boolean repeat) {
    var doubtBefore = state.row().doubtUntil();
    var committed = state.now();
    var doubt = committed.plus(state.patience().settle());
    state.save(intent.doubtAtLeast(doubt), repeat ? "repeat" : "intent");
    if (state.tooLate(committed)) {
      return RunEnd.heldUp(state.patience());
    }
    Found<O> found;
    try {
      found = SingleAttempt.of(() -> create.apply(state.identity()));
    } catch (RuntimeException thrown) {
      return failed(state.read(thrown), doubtBefore, repeat);
    }
    CrashPoint.hit("resource.create.answered");
    if (!repeat) {
      // A remembered token may answer with what was deleted since, so a repeat is looked at again.
      state.learned(state.facts().seen(Optional.of(found), committed));
    }
    var known = state.row().edit().known(found.physicalId(), state.now()).doubt(doubtBefore);
    var summary = state.edge().summary(found.observed());
    state.save(known.done().observed(summary, state.now()), "created");
    return null;
  }

  private @Nullable RunEnd<O> failed(
      CallFailure failure, @Nullable Instant doubtBefore, boolean repeat) {
    CrashPoint.hit("resource.create.failed");
    if (failure.definite()) {
      // The refusal of a repeat says nothing about the first try, which stays unknown.
      var answered = state.row().edit().doubt(doubtBefore);
      state.save(repeat ? answered : answered.none(), "refused");
      if (failure.meaning() == AwsFailure.CONFLICT) {
        state.learned(state.facts().clashed(failure.reason()));
        return null;
      }
    }
    return RunEnd.stopped(Refusals.outcome(failure));
  }
}
