package onair.common.reconcile;

import com.github.kagkarlsson.scheduler.task.AbstractTask;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.SchedulableTaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import onair.common.reconcile.Runs.Begun;
import onair.common.reconcile.Runs.Ended;
import onair.common.reconcile.Runs.Picked;
import onair.common.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * db-scheduler's view of a {@link Reconciler}: one stored task per owner. A run takes the lease,
 * asks the reconciler, and gives the owner back; whatever is thrown stays in this owner.
 */
final class OwnerTask extends AbstractTask<Void> {
  private static final Logger LOG = LoggerFactory.getLogger(OwnerTask.class);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);

  private final Reconciler reconciler;
  private final Runs runs;
  private final ResourceStore rows;
  private final RunTimes times;
  private final InstantSource clock;
  private final Doorbell doorbell;

  OwnerTask(
      Reconciler reconciler,
      Runs runs,
      ResourceStore rows,
      RunTimes times,
      InstantSource clock,
      Doorbell doorbell) {
    super(
        reconciler.name(),
        Void.class,
        (failed, operations) -> operations.reschedule(failed, clock.instant().plus(FIRST_RETRY)),
        reviveAtOnce(clock));
    this.reconciler = reconciler;
    this.runs = runs;
    this.rows = rows;
    this.times = times;
    this.clock = clock;
    this.doorbell = doorbell;
  }

  /** Its node stopped sending heartbeats: it died, hangs, or has lost the database. */
  private static DeadExecutionHandler<Void> reviveAtOnce(InstantSource clock) {
    return (dead, operations) -> {
      LOG.info("taking over {}, whose node fell silent", dead.getExecution().taskInstance);
      operations.reschedule(dead, clock.instant());
    };
  }

  @Override
  public CompletionHandler<Void> execute(TaskInstance<Void> task, ExecutionContext context) {
    CompletionHandler<Void> end = Tenancy.asSystem(() -> begin(task, context));
    return (complete, operations) -> Tenancy.runAsSystem(() -> end.complete(complete, operations));
  }

  private CompletionHandler<Void> begin(TaskInstance<Void> task, ExecutionContext context) {
    var picked = new Picked(getName(), task.getId(), context.getExecution().version);
    var begun = runs.begin(picked);
    if (begun.isEmpty()) {
      return (complete, operations) -> LOG.debug("{} was taken over before it began", picked);
    }
    var outcome = run(begun.get());
    return (complete, operations) -> end(begun.get(), outcome);
  }

  private Outcome run(Begun begun) {
    var owner = begun.picked().owner();
    try {
      CrashPoint.hit("run.begun");
      return reconciler.reconcile(owner, begun.lease());
    } catch (StaleLease stale) {
      return new Outcome.Failed(String.valueOf(stale.getMessage()), FIRST_RETRY);
    } catch (RuntimeException thrown) {
      LOG.debug("{} {} threw", getName(), owner, thrown);
      return new Outcome.Failed(thrown.toString(), FIRST_RETRY);
    }
  }

  private void end(Begun begun, Outcome outcome) {
    CrashPoint.hit("run.ending");
    var owner = begun.picked().owner();
    var now = clock.instant();
    var next = times.next(outcome, begun.failures() + 1, earliestDoubt(owner), now);
    var ended = new Ended(outcome, now, next);
    tell(begun, ended);
    var due = runs.end(begun, ended);
    if (due.isEmpty()) {
      LOG.info("{} {} was taken over while it ran", getName(), owner);
      runs.askForAnother(begun, now);
    }
    if (due.isEmpty() || !due.get().isAfter(now)) {
      doorbell.ring();
    }
  }

  private @Nullable Instant earliestDoubt(String owner) {
    return rows.of(owner).stream()
        .map(ResourceRow::doubtUntil)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .orElse(null);
  }

  /** Once per change: an owner that fails the same way for hours is one line. */
  private void tell(Begun begun, Ended ended) {
    var reason = Refusals.reason(ended.outcome());
    if (!runs.changed(begun, ended, reason)) {
      return;
    }
    var owner = begun.picked().owner();
    switch (ended.outcome()) {
      case Outcome.Settled settled -> LOG.info("{} {} is settled", getName(), owner);
      case Outcome.Waiting waiting -> LOG.info("{} {} waits: {}", getName(), owner, reason);
      case Outcome.Failed failed -> LOG.warn("{} {} failed: {}", getName(), owner, reason);
      case Outcome.Blocked blocked -> LOG.warn("{} {} is blocked: {}", getName(), owner, reason);
    }
  }

  @Override
  public SchedulableInstance<Void> schedulableInstance(String owner) {
    return new SchedulableTaskInstance<>(instance(owner), clock.instant());
  }

  @Override
  public SchedulableInstance<Void> schedulableInstance(String owner, Void data) {
    return schedulableInstance(owner);
  }
}
