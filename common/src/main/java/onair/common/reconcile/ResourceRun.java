package onair.common.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import onair.common.aws.AwsFailure;
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

  /** How a run ends. */
  sealed interface End<O> {}

  /** It exists. */
  record Ready<O>(Found<O> found) implements End<O> {}

  /** It does not exist and cannot appear. */
  record Absent<O>() implements End<O> {}

  /** Not there yet. */
  record Stopped<O>(Outcome outcome) implements End<O> {}

  private final Resources.Tools tools;
  private final ReconcileProperties patience;
  private final Lease lease;
  private final ExternalResource<?, O> edge;
  private final Function<Identity, Found<O>> create;
  private final ResourceDecision.Rules rules;
  private ResourceRow row;
  private Facts<O> facts = Facts.none();

  ResourceRun(
      Resources.Tools tools,
      Lease lease,
      ExternalResource<?, O> edge,
      Function<Identity, Found<O>> create,
      ResourceRow row) {
    this.tools = tools;
    this.patience = tools.patience();
    this.lease = lease;
    this.edge = edge;
    this.create = create;
    this.row = row;
    this.rules = new ResourceDecision.Rules(edge.idempotency(), patience.settle(), patience.look());
  }

  End<O> towards(Desired wanted) {
    if (row.desired() != wanted) {
      save(row.edit().want(wanted, deadline(wanted)), "want");
    }
    for (int steps = 0; steps < MOST_STEPS; steps++) {
      var end = take(ResourceDecision.next(row, facts, rules, now()));
      if (end != null) {
        return explained(end);
      }
    }
    return stopped(new Outcome.Failed("no end after " + MOST_STEPS + " steps", patience.look()));
  }

  /** Does one step; null when there is more to do at once. */
  private @Nullable End<O> take(Step<O> step) {
    return switch (step) {
      case Step.Create<O>(long generation) -> createAnew(generation);
      case Step.RepeatCreate<O>() -> send(row.edit(), row.doubtUntil(), true);
      case Step.Observe<O>() -> observe();
      case Step.ListAll<O>() -> list();
      case Step.Adopt<O>(Found<O> oldest, boolean others) -> adopt(oldest, others);
      case Step.RemoveExtras<O>(List<Found<O>> extras) -> removeExtras(extras);
      case Step.Delete<O>(Found<O> found) -> delete(found);
      case Step.NeverMade<O>() -> save(row.edit().none().doubt(null), "never-made");
      case Step.ClearDoubt<O>() -> save(row.edit().doubt(null), "doubt-cleared");
      case Step.Gone<O>() -> gone();
      case Step.Wait<O>(Instant until, String reason) ->
          stopped(new Outcome.Waiting(reason, Duration.between(now(), until)));
      case Step.Refused<O>(String reason) ->
          stopped(new Outcome.Failed(reason, Refusals.LONG_RETRY));
      case Step.Ready<O>(Found<O> found) -> new Ready<>(found);
      case Step.Final<O>() -> new Absent<>();
    };
  }

  private @Nullable End<O> createAnew(long generation) {
    var token = Identities.token(row.key(), generation);
    var intent = row.edit().intend(generation, token, now(), deadline(row.desired()));
    return send(intent, row.doubtUntil(), false);
  }

  /**
   * Intent, create, record. The doubt is stored with the intent, so that it is there when this
   * process is not any more, and taken back when an answer says what this call did.
   */
  private @Nullable End<O> send(RowEditor intent, @Nullable Instant doubtBefore, boolean repeat) {
    var committed = now();
    save(intent.doubtAtLeast(committed.plus(patience.settle())), repeat ? "repeat" : "intent");
    if (tooLate(committed)) {
      return heldUp();
    }
    Found<O> found;
    try {
      found = create.apply(tools.identities().of(row));
    } catch (RuntimeException thrown) {
      return createFailed(read(thrown), doubtBefore, repeat);
    }
    CrashPoint.hit("resource.create.answered");
    facts = facts.seen(Optional.of(found));
    var known = row.edit().known(found.physicalId(), now()).doubt(doubtBefore).done();
    return save(known.observed(edge.summary(found.observed()), now()), "created");
  }

  private @Nullable End<O> createFailed(
      CallFailure failure, @Nullable Instant doubtBefore, boolean repeat) {
    CrashPoint.hit("resource.create.failed");
    if (failure.definite()) {
      // The refusal of a repeat says nothing about the first try, which stays unknown.
      var answered = row.edit().doubt(doubtBefore);
      save(repeat ? answered : answered.none(), "refused");
      if (failure.meaning() == AwsFailure.CONFLICT) {
        facts = facts.clashed(failure.reason());
        return null;
      }
    }
    return stopped(Refusals.outcome(failure));
  }

  private @Nullable End<O> observe() {
    return calling(() -> facts = facts.seen(look(row.physicalId())));
  }

  /** Listings may be stale: what is not ours for certain yet is confirmed by its id. */
  private @Nullable End<O> list() {
    return calling(
        () -> {
          var confirmed = new ArrayList<Found<O>>();
          for (var listed : edge.find(tools.identities().of(row))) {
            if (row.create() == Create.KNOWN) {
              confirmed.add(listed);
            } else {
              look(listed.physicalId())
                  .map(now -> new Found<>(now.physicalId(), now.observed(), listed.createdAt()))
                  .ifPresent(confirmed::add);
            }
          }
          confirmed.sort(
              Comparator.comparing(
                  Found::createdAt, Comparator.nullsLast(Comparator.naturalOrder())));
          facts = facts.listed(confirmed);
        });
  }

  private @Nullable End<O> adopt(Found<O> oldest, boolean others) {
    LOG.info("{}: adopting {}, whose create was never answered", row.key(), oldest.physicalId());
    var edit = row.edit().known(oldest.physicalId(), now()).done();
    facts = facts.seen(Optional.of(oldest));
    return save(others ? edit.doubtAtLeast(now()) : edit, "adopted");
  }

  /** The doubt stays, so that the next run lists again until nothing is left to remove. */
  private @Nullable End<O> removeExtras(List<Found<O>> extras) {
    save(row.edit().doubtAtLeast(now()), "extras");
    return calling(
        () -> {
          for (var extra : extras) {
            LOG.warn("{}: deleting {}, a second copy", row.key(), extra.physicalId());
            edge.delete(extra);
            CrashPoint.hit("resource.extra.deleted");
          }
          facts = facts.afterExtras();
        });
  }

  private @Nullable End<O> gone() {
    if (row.desired() == Desired.PRESENT && row.removal() == Removal.NONE) {
      LOG.warn("{}: {} is gone without our doing", row.key(), row.physicalId());
    }
    facts = Facts.none();
    var edit = row.edit().none();
    return save(row.desired() == Desired.ABSENT ? edit.done() : edit, "gone");
  }

  /**
   * Ask, delete, record. Where the name is the id, a late delete would hit the next generation, so
   * an unanswered one leaves doubt.
   */
  private @Nullable End<O> delete(Found<O> found) {
    var doubtBefore = row.doubtUntil();
    var committed = now();
    var asked = row.removal() == Removal.NONE ? row.edit().removal(Removal.ASKED) : row.edit();
    if (edge.idempotency() instanceof Idempotency.NaturalName) {
      asked.doubtAtLeast(committed.plus(patience.settle()));
    }
    saveIfChanged(asked, "delete-asked");
    if (tooLate(committed)) {
      return heldUp();
    }
    Deletion deletion;
    try {
      deletion = edge.delete(found);
    } catch (RuntimeException thrown) {
      return deleteFailed(read(thrown), doubtBefore);
    }
    CrashPoint.hit("resource.delete.answered");
    return deleteAnswered(deletion, row.edit().doubt(doubtBefore));
  }

  private @Nullable End<O> deleteFailed(CallFailure failure, @Nullable Instant doubtBefore) {
    CrashPoint.hit("resource.delete.failed");
    if (!failure.definite()) {
      return stopped(Refusals.outcome(failure));
    }
    var answered = row.edit().doubt(doubtBefore);
    return switch (failure.meaning()) {
      case NOT_FOUND -> deleteAnswered(new Deletion.Gone(), answered);
      case CONFLICT ->
          deleteAnswered(new Deletion.NotYet(failure.reason(), patience.look()), answered);
      default -> {
        saveIfChanged(answered, "delete-refused");
        yield stopped(Refusals.outcome(failure));
      }
    };
  }

  private @Nullable End<O> deleteAnswered(Deletion deletion, RowEditor answered) {
    return switch (deletion) {
      case Deletion.Requested() -> {
        facts = facts.afterDelete();
        yield saveIfChanged(answered.removal(Removal.ACCEPTED), "delete-accepted");
      }
      case Deletion.Gone() -> {
        facts = facts.seen(Optional.empty());
        yield saveIfChanged(answered, "delete-found-nothing");
      }
      case Deletion.NotYet(String reason, Duration after) -> {
        saveIfChanged(answered, "delete-not-yet");
        yield stopped(new Outcome.Waiting(reason, after));
      }
    };
  }

  /** A call that changes nothing by itself; its failure ends the run. */
  private @Nullable End<O> calling(Runnable call) {
    try {
      call.run();
      CrashPoint.hit("resource.asked");
      return null;
    } catch (RuntimeException thrown) {
      return stopped(Refusals.outcome(read(thrown)));
    }
  }

  private Optional<Found<O>> look(@Nullable String physicalId) {
    if (physicalId == null) {
      throw new IllegalStateException(row.key() + " has no id to look for");
    }
    try {
      return edge.observe(physicalId);
    } catch (RuntimeException thrown) {
      if (read(thrown).meaning() == AwsFailure.NOT_FOUND) {
        return Optional.empty();
      }
      throw thrown;
    }
  }

  /** Stores why it is not as wanted, or that it is. */
  private End<O> explained(End<O> end) {
    switch (end) {
      case Ready<O>(Found<O> found) ->
          saveIfChanged(
              row.edit().observed(edge.summary(found.observed()), now()).done(), "explained");
      case Absent<O>() -> saveIfChanged(row.edit().done(), "explained");
      case Stopped<O>(Outcome outcome) ->
          saveIfChanged(
              row.edit().reason(Refusals.reason(outcome), deadline(row.desired())), "explained");
    }
    return end instanceof Stopped<O>(Outcome.Waiting waiting) && row.overdue(now())
        ? stopped(new Outcome.Failed("overdue: " + waiting.reason(), waiting.after()))
        : end;
  }

  /**
   * A process may be held up between its commit and its call. After a third of the settle time the
   * call could take effect when others already believe that nothing can come any more.
   */
  private boolean tooLate(Instant committed) {
    return now().isAfter(committed.plus(patience.settle().dividedBy(3)));
  }

  private End<O> heldUp() {
    return stopped(
        new Outcome.Failed("held up before the call, which was not sent", patience.look()));
  }

  private Instant deadline(Desired wanted) {
    return now()
        .plus(wanted == Desired.PRESENT ? patience.createDeadline() : patience.deleteDeadline());
  }

  private CallFailure read(RuntimeException thrown) {
    if (thrown instanceof StaleLease) {
      throw thrown;
    }
    return tools.failures().read(thrown);
  }

  private @Nullable End<O> saveIfChanged(RowEditor edit, String point) {
    return edit.row().equals(row) ? null : save(edit, point);
  }

  /** Commits; a crash is possible on either side. Always null: a save never ends a run. */
  private @Nullable End<O> save(RowEditor edit, String point) {
    var changed = edit.row();
    CrashPoint.hit("resource." + point + ".before");
    tools.store().save(lease, changed);
    row = changed;
    CrashPoint.hit("resource." + point + ".after");
    return null;
  }

  private End<O> stopped(Outcome outcome) {
    return new Stopped<>(outcome);
  }

  /** As precise as PostgreSQL stores it, so that a stored moment equals the same one in memory. */
  private Instant now() {
    return tools.clock().instant().truncatedTo(ChronoUnit.MICROS);
  }
}
