package onair.common.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import onair.common.time.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * The table {@code unconfirmed_event}: what was told and may not have arrived. Told again after
 * growing pauses, and at once to a keeper of events that begins to listen.
 */
final class UnconfirmedEvents implements EventListener {

  private static final Logger log = LoggerFactory.getLogger(UnconfirmedEvents.class);

  /** As long as a queue keeps a message. */
  private static final Duration KEPT = Duration.ofDays(14);

  private static final int BATCH = 500;

  private final JdbcClient jdbc;
  private final String source;

  /**
   * @param source of this service's events
   */
  UnconfirmedEvents(JdbcClient jdbc, String source) {
    this.jdbc = jdbc;
    this.source = source;
  }

  /** Puts what is due into the outbox once more; whether there may be more of it. */
  boolean tellAgain(Instant now) {
    int told =
        jdbc.sql(
                """
                with due as (
                  select event_id from unconfirmed_event where again_at <= :now
                  order by again_at, event_id limit :most for update skip locked
                ), later as (
                  update unconfirmed_event event
                  set tries = tries + 1, again_at = :now + interval '10 minutes' * power(5, least(tries, 4))
                  from due where event.event_id = due.event_id
                  returning event.*
                )
                insert into outbox (event_id, type, resource_id, detail, created_at, due_at, confirm)
                select event_id, type, resource_id, detail, created_at, :now, true from later
                order by created_at, event_id
                on conflict (event_id) do nothing
                """)
            .param("now", Times.utc(now))
            .param("most", BATCH)
            .update();
    return told == BATCH;
  }

  void forgetOld(Instant now) {
    int old =
        jdbc.sql("delete from unconfirmed_event where created_at < :old")
            .param("old", Times.utc(now.minus(KEPT)))
            .update();
    if (old > 0) {
      log.warn("{} events were told for {} and nobody has confirmed them", old, KEPT);
    }
  }

  @Override
  public boolean accepts(String eventSource, String detailType) {
    return Set.of(EventConfirmed.TYPE, ServiceListening.TYPE).contains(detailType);
  }

  @Override
  public void on(IncomingEvent event) {
    if (event.detailType().equals(ServiceListening.TYPE)) {
      if (ServiceListening.keepsEvents(event)) {
        jdbc.sql("update unconfirmed_event set again_at = :now where again_at > :now")
            .param("now", Times.utc(event.time()))
            .update();
      }
    } else if (event.detail().path("resource").path("id").asString("").equals(source)) {
      forget(
          event
              .detail()
              .path("data")
              .path(EventConfirmed.EVENTS)
              .valueStream()
              .map(JsonNode::asString)
              .toList());
    }
  }

  private void forget(List<String> confirmed) {
    if (!confirmed.isEmpty()) {
      jdbc.sql("delete from unconfirmed_event where event_id in (:ids)")
          .param("ids", confirmed)
          .update();
    }
  }
}
