package onair.awslocal.mediaconvert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import onair.awslocal.life.Lifecycle;
import software.amazon.awssdk.services.mediaconvert.model.Job;
import software.amazon.awssdk.services.mediaconvert.model.JobPhase;
import software.amazon.awssdk.services.mediaconvert.model.JobStatus;
import software.amazon.awssdk.services.mediaconvert.model.QueueStatus;

/**
 * Decides which jobs are at work: the ones cut off by a former process first, then by priority,
 * then by age, no more at a time than the machine transcodes; jobs of paused queues wait. A change
 * of a job's row is made here, and told to EventBridge here.
 */
final class JobRuns {

  private final MediaConvertState state;
  private final Queues queues;
  private final JobEvents events;
  private final JobWorkshop workshop;
  private final Lifecycle life;
  private final Map<String, JobRun> running = new HashMap<>();
  private boolean closed;

  JobRuns(
      MediaConvertState state,
      Queues queues,
      JobEvents events,
      JobWorkshop workshop,
      Lifecycle life) {
    this.state = state;
    this.queues = queues;
    this.events = events;
    this.workshop = workshop;
    this.life = life;
  }

  /** Begins what can be begun. */
  void wake() {
    state.exclusively(
        () -> {
          while (!closed && running.size() < workshop.transcoder().atATime()) {
            Optional<JobRow> next = next();
            if (next.isEmpty()) {
              break;
            }
            begin(next.get());
          }
          return running.size();
        });
  }

  private Optional<JobRow> next() {
    return state.jobs().all().stream()
        .filter(row -> row.isOpen() && !running.containsKey(key(row)) && mayBegin(row))
        .min(
            Comparator.comparing((JobRow row) -> row.status() == JobStatus.SUBMITTED)
                .thenComparing(row -> -row.resource().priority())
                .thenComparing(JobRow::createdAt)
                .thenComparing(JobRow::name));
  }

  private boolean mayBegin(JobRow row) {
    if (row.status() == JobStatus.PROGRESSING) {
      return true;
    }
    QueueRow queue = queues.row(row.scope(), row.resource().queue());
    Integer most = queue.resource().concurrentJobs();
    long busy =
        running.values().stream()
            .filter(run -> row.resource().queue().equals(run.row().resource().queue()))
            .count();
    return queue.resource().status() == QueueStatus.ACTIVE && (most == null || busy < most);
  }

  private void begin(JobRow row) {
    JobRow begun =
        row.with(
            job ->
                job.status(JobStatus.PROGRESSING)
                    .currentPhase(JobPhase.PROBING)
                    .jobPercentComplete(0)
                    .timing(row.resource().timing().toBuilder().startTime(life.now()).build()));
    state.jobs().put(begun);
    if (row.status() == JobStatus.SUBMITTED) {
      events.progressing(begun);
    }
    JobRun run = new JobRun(begun, workshop, this, events, life);
    running.put(key(begun), run);
    run.start();
  }

  /** The job with what its run says about itself at this moment. */
  Job shown(JobRow row) {
    return state.exclusively(
        () ->
            Optional.ofNullable(running.get(key(row)))
                .filter(run -> row.status() == JobStatus.PROGRESSING)
                .map(run -> run.show(row.resource()))
                .orElse(row.resource()));
  }

  /** 409 when it has ended. On return it is canceled; its program ends in a moment. */
  void cancel(JobRow named) {
    state.exclusively(
        () -> {
          JobRow row = state.jobs().get(named.scope(), named.name());
          if (!row.isOpen()) {
            throw Refusals.conflict(
                "The job " + row.name() + " is " + row.status() + " and cannot be canceled");
          }
          JobRow canceled = ended(row, job -> job.status(JobStatus.CANCELED));
          state.jobs().put(canceled);
          events.canceled(canceled);
          JobRun run = running.get(key(row));
          if (run != null) {
            run.interrupt();
          }
          return canceled;
        });
  }

  /**
   * Ends a job, unless it was canceled meanwhile.
   *
   * @param change says how
   * @return the job as it is now; empty when it had ended before
   */
  Optional<JobRow> end(JobRow begun, Consumer<Job.Builder> change) {
    return state.exclusively(
        () -> {
          JobRow row = state.jobs().get(begun.scope(), begun.name());
          if (closed || row.status() != JobStatus.PROGRESSING) {
            return Optional.empty();
          }
          JobRow ended = ended(row, change);
          state.jobs().put(ended);
          return Optional.of(ended);
        });
  }

  private JobRow ended(JobRow row, Consumer<Job.Builder> change) {
    return row.with(
        job -> {
          job.timing(row.resource().timing().toBuilder().finishTime(life.now()).build());
          job.currentPhase((JobPhase) null).jobPercentComplete(null);
          change.accept(job);
        });
  }

  /** Called by a run as the last thing it does. */
  void gone(JobRow row) {
    state.exclusively(() -> running.remove(key(row)));
    wake();
  }

  /** Ends all programs and leaves the jobs as they are, for the next process to begin again. */
  void close() {
    List<JobRun> left =
        state.exclusively(
            () -> {
              closed = true;
              return new ArrayList<>(running.values());
            });
    left.forEach(JobRun::interrupt);
    left.forEach(run -> run.join(Duration.ofSeconds(10)));
  }

  private static String key(JobRow row) {
    return row.scope().key(row.name());
  }
}
