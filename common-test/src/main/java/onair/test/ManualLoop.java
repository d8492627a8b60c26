package onair.test;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import onair.common.reconcile.ReconcileLoop;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Runs reconcilers on the test's own thread, at times of its clock. The same runs as {@link
 * ReconcileLoop} does, without its threads; start the application with {@code
 * onair.reconcile.autostart=false} and the clock as its {@code InstantSource} bean.
 */
public final class ManualLoop {

  /** More runs than this within one call never end. */
  private static final int MOST_RUNS = 10_000;

  private final SettableClock clock;
  private final JdbcClient jdbc;
  private final ManualScheduler scheduler;

  public ManualLoop(DataSource dataSource, ReconcileLoop loop, SettableClock clock) {
    this.clock = clock;
    this.jdbc = JdbcClient.create(dataSource);
    this.scheduler =
        TestHelper.createManualScheduler(dataSource, loop.tasks())
            .clock(new SchedulerClock(clock))
            .build();
  }

  /** db-scheduler wants its own kind of clock; this one shows the test's time. */
  private static final class SchedulerClock
      extends com.github.kagkarlsson.scheduler.testhelper.SettableClock {
    private final SettableClock time;

    SchedulerClock(SettableClock time) {
      this.time = time;
    }

    @Override
    public Instant now() {
      return time.instant();
    }
  }

  /** Runs what is due now, and what becomes due at once by that. */
  public void runDue() {
    tick(Duration.ZERO);
  }

  /** Moves the clock on, stopping wherever an owner is due to run it. */
  public void tick(Duration duration) {
    var end = clock.instant().plus(duration);
    for (int runs = 0; runs < MOST_RUNS; runs++) {
      var due = nextDue();
      if (due.isEmpty() || due.get().isAfter(end)) {
        clock.set(end);
        return;
      }
      if (due.get().isAfter(clock.instant())) {
        clock.set(due.get());
      }
      scheduler.runAnyDueExecutions();
    }
    throw new IllegalStateException("still not done after " + MOST_RUNS + " runs");
  }

  private Optional<Instant> nextDue() {
    return jdbc.sql(
            """
            select execution_time from scheduled_tasks where not picked
            order by execution_time limit 1
            """)
        .query((columns, number) -> columns.getObject(1, OffsetDateTime.class))
        .optional()
        .map(time -> time.withOffsetSameInstant(ZoneOffset.UTC).toInstant());
  }
}
