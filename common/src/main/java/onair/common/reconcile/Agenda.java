package onair.common.reconcile;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When owners are looked after next; for telling people. */
public final class Agenda {

  private final JdbcClient jdbc;

  public Agenda(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * When the owner's next run is due; in the past while one is going on, empty when none is.
   *
   * @param reconciler {@link Reconciler#name()} of the one responsible
   */
  public Optional<Instant> next(String reconciler, String owner) {
    return jdbc.sql(
            """
            select execution_time from scheduled_tasks
            where task_name = :reconciler and task_instance = :owner
            """)
        .param("reconciler", reconciler)
        .param("owner", owner)
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }
}
