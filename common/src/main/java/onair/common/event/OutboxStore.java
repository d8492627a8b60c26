package onair.common.event;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code outbox}, as the relay sees it. Everything happens in the caller's transaction.
 */
final class OutboxStore {

  private static final int LONGEST_ERROR = 500;

  /** What is not confirmed by then is told again. */
  private static final Duration CONFIRMED_WITHIN = Duration.ofMinutes(2);

  private final JdbcClient jdbc;

  OutboxStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Takes the first waiting event of each resource, oldest first, that is due and that no other
   * relay has taken. As long as it is there, later events of its resource are not seen, which is
   * what keeps their order.
   */
  List<OutboxRow> take(int most, Instant now) {
    return jdbc.sql(
            """
            select seq, event_id, type, resource_id, detail, created_at, attempts
            from outbox o
            where due_at <= :now
              and not exists (select 1 from outbox earlier where earlier.resource_id = o.resource_id and earlier.seq < o.seq)
            order by seq
            limit :most
            for update skip locked
            """)
        .param("now", sql(now))
        .param("most", most)
        .query(
            (row, number) ->
                new OutboxRow(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getTimestamp(6).toInstant(),
                    row.getInt(7)))
        .list();
  }

  /** They wait no longer; those to be confirmed are remembered until they are. */
  void relayed(List<OutboxRow> rows, Instant now) {
    if (!rows.isEmpty()) {
      jdbc.sql(
              """
              with gone as (delete from outbox where seq in (:rows) returning *)
              insert into unconfirmed_event (event_id, type, resource_id, detail, created_at, again_at)
              select event_id, type, resource_id, detail, created_at, :again from gone where confirm
              on conflict (event_id) do nothing
              """)
          .param("rows", rows.stream().map(OutboxRow::seq).toList())
          .param("again", sql(now.plus(CONFIRMED_WITHIN)))
          .update();
    }
  }

  /**
   * EventBridge does not take this one; it holds up its resource's later events, and nobody else's.
   */
  void refused(OutboxRow row, String error, Instant now) {
    jdbc.sql(
            "update outbox set attempts = attempts + 1, due_at = :due, last_error = :error where seq = :seq")
        .param("due", sql(now.plus(Backoff.after(row.attempts()))))
        .param("error", error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error)
        .param("seq", row.seq())
        .update();
  }

  private static OffsetDateTime sql(Instant value) {
    return value.atOffset(ZoneOffset.UTC);
  }
}
