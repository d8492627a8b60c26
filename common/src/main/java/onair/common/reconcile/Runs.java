package onair.common.reconcile;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Beginning and end of runs in the database: who holds the owner, which wakes a run has seen, when
 * the next is due. A run is known by the version that db-scheduler gave its row at pick-up; whoever
 * takes over changes it.
 */
final class Runs {
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final Leases leases;

  private record Stored(long wakes, int failures) {}

  /** An owner picked up by db-scheduler. */
  record Picked(String reconciler, String owner, long version) {}

  /**
   * A run that holds its owner.
   *
   * @param wakes counted when it began; a wake that commits later is not seen by this run
   * @param failures failed runs in a row before it
   */
  record Begun(Picked picked, Lease lease, long wakes, int failures) {}

  /**
   * How a run ended.
   *
   * @param next when to run again, unless a wake came meanwhile
   */
  record Ended(Outcome outcome, Instant now, Instant next) {
    boolean failed() {
      return outcome instanceof Outcome.Failed;
    }

    String word() {
      return outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
  }

  Runs(JdbcClient jdbc, TransactionOperations transactions, Leases leases) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.leases = leases;
  }

  /** Empty when somebody else has taken the owner over since it was picked up. */
  Optional<Begun> begin(Picked picked) {
    return Objects.requireNonNull(transactions.execute(status -> hold(picked)));
  }

  private Optional<Begun> hold(Picked picked) {
    return jdbc.sql(
            """
            select wakes, coalesce(consecutive_failures, 0) as failures
            from scheduled_tasks
            where task_name = :reconciler and task_instance = :owner
              and version = :version and picked
            """)
        .param("reconciler", picked.reconciler())
        .param("owner", picked.owner())
        .param("version", picked.version())
        .query((columns, number) -> new Stored(columns.getLong(1), columns.getInt(2)))
        .optional()
        .map(
            stored ->
                new Begun(picked, leases.take(picked.owner()), stored.wakes(), stored.failures()));
  }

  /**
   * Gives the owner back, due at once when a wake came since the run began. The row's lock orders
   * this with {@link JdbcWakes}: a wake commits before and is counted, or finds the row given back.
   *
   * @return when it is due; empty when somebody else has taken the owner over
   */
  Optional<Instant> end(Begun run, Ended ended) {
    return jdbc.sql(
            """
            update scheduled_tasks set
              picked = false, picked_by = null, last_heartbeat = null, version = version + 1,
              execution_time = case when wakes = :seen then :next else :now end,
              last_success = case when :failed then last_success else :now end,
              last_failure = case when :failed then :now else last_failure end,
              consecutive_failures = case when :failed then :failures else 0 end
            where task_name = :reconciler and task_instance = :owner
              and version = :version and picked
            returning execution_time
            """)
        .param("seen", run.wakes())
        .param("next", time(ended.next()))
        .param("now", time(ended.now()))
        .param("failed", ended.failed())
        .param("failures", run.failures() + 1)
        .param("reconciler", run.picked().reconciler())
        .param("owner", run.picked().owner())
        .param("version", run.picked().version())
        .query((columns, number) -> columns.getObject(1, OffsetDateTime.class).toInstant())
        .optional();
  }

  /**
   * Has the owner looked after once more, by whoever has it now: what a run that was taken over
   * asked for may have taken effect after the other one's last look.
   */
  void askForAnother(Begun run, Instant now) {
    jdbc.sql(
            """
            update scheduled_tasks set
              wakes = wakes + 1,
              execution_time = case when picked then execution_time
                else least(execution_time, :now) end
            where task_name = :reconciler and task_instance = :owner
            """)
        .param("now", time(now))
        .param("reconciler", run.picked().reconciler())
        .param("owner", run.picked().owner())
        .update();
  }

  /** Stores how a run ended; true when it ended in another way, or for another reason, before. */
  boolean changed(Begun run, Ended ended, @Nullable String reason) {
    return jdbc.sql(
                """
                update reconcile_lease set outcome = :outcome, reason = :reason, since = :now
                where owner = :owner and fence = :fence
                  and (outcome, reason) is distinct from (:outcome, :reason)
                """)
            .param("outcome", ended.word())
            .param("reason", reason, Types.VARCHAR)
            .param("now", time(ended.now()))
            .param("owner", run.lease().owner())
            .param("fence", run.lease().fence())
            .update()
        == 1;
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
