package onair.common.reconcile;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Runs reconcilers: one run per owner at a time in the whole cluster, due ones at once, the others
 * on their time. Started and stopped with the application; {@link Wakes} asks it for runs.
 *
 * <p>db-scheduler is the timer and notices nodes that died: a run whose node misses its heartbeats
 * is given to another. The lease of each run is ours, so that the old one, should it still live,
 * cannot write.
 */
public final class ReconcileLoop implements SmartLifecycle {
  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
  private static final double FETCH_BELOW_HALF_BUSY = 0.5;
  private static final double FETCH_AS_MANY_AS_WORKERS = 1.0;

  private final DataSource dataSource;
  private final List<Task<?>> tasks;
  private final ReconcileProperties properties;
  private final InstantSource clock;
  private final Doorbell doorbell;
  private @Nullable Scheduler scheduler;

  ReconcileLoop(
      DataSource dataSource,
      List<OwnerTask> tasks,
      ReconcileProperties properties,
      InstantSource clock,
      Doorbell doorbell) {
    this.dataSource = dataSource;
    this.tasks = List.copyOf(tasks);
    this.properties = properties;
    this.clock = clock;
    this.doorbell = doorbell;
  }

  /** What it runs, for a scheduler that a test moves by hand. */
  public List<Task<?>> tasks() {
    return tasks;
  }

  @Override
  public synchronized void start() {
    if (scheduler != null) {
      return;
    }
    var started = scheduler();
    scheduler = started;
    started.start();
    doorbell.answeredBy(started::triggerCheckForDueExecutions);
  }

  /** Lets runs that are going on end, for a few seconds; those that do not are taken over. */
  @Override
  public synchronized void stop() {
    if (scheduler != null) {
      doorbell.unanswered();
      scheduler.stop();
      scheduler = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return scheduler != null;
  }

  @Override
  public boolean isAutoStartup() {
    return properties.autostart();
  }

  private Scheduler scheduler() {
    return Scheduler.create(dataSource, tasks)
        .schedulerName(new SchedulerName.Fixed("pid-" + ProcessHandle.current().pid()))
        .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
        .clock(clock::instant)
        .threads(properties.workers())
        .executorService(
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("reconcile-", 0).factory()))
        .pollUsingLockAndFetch(FETCH_BELOW_HALF_BUSY, FETCH_AS_MANY_AS_WORKERS)
        .pollingInterval(properties.poll())
        .enableImmediateExecution()
        .heartbeatInterval(properties.heartbeat())
        .missedHeartbeatsLimit(properties.missedHeartbeats())
        .shutdownMaxWait(LONGEST_STOP)
        .failureLogging(LogLevel.WARN, true)
        .build();
  }
}
