package onair.common.event;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code consumed_event}: what was taken already. */
final class ConsumedEvents {

  /** Longer than any queue keeps a message. */
  private static final Duration KEPT = Duration.ofDays(15);

  private final JdbcClient jdbc;

  ConsumedEvents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Remembers the event in the caller's transaction; false when it was taken before. */
  boolean firstTime(String eventId, Instant now) {
    return jdbc.sql(
                "insert into consumed_event (event_id, consumed_at) values (:id, :now) on conflict do nothing")
            .param("id", eventId)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** Throws when the table cannot be reached. */
  void check() {
    jdbc.sql("select 1 from consumed_event limit 1").query(Integer.class).optional();
  }

  void forgetOld(Instant now) {
    jdbc.sql("delete from consumed_event where consumed_at < :old")
        .param("old", now.minus(KEPT).atOffset(ZoneOffset.UTC))
        .update();
  }
}
