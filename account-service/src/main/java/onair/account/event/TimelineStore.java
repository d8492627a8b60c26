package onair.account.event;

import java.util.List;
import java.util.Optional;
import onair.common.paging.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log as it is cut to one session; nothing of it is kept twice. */
final class TimelineStore {

  private final JdbcClient jdbc;

  TimelineStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * From where to where a session goes in the log of its organization.
   *
   * @param from sequence of the start of the channel that led to it
   * @param to sequence after which nothing but its recording belongs to it
   */
  record Span(long from, long to) {}

  /** Empty when the log does not know that the channel had this session, or no longer. */
  Optional<Span> span(String organizationId, String channelId, String sessionId) {
    return jdbc.sql(
            """
            with started as (
              select sequence from event
              where organization_id = :organization and resource_id = :session
                and type = 'session.started' and data ->> 'channel_id' = :channel
            ), span as (
              select coalesce((
                  select max(sequence) from event
                  where organization_id = :organization and resource_id = :channel
                    and type = 'channel.starting' and sequence < started.sequence), started.sequence) as "from",
                (select sequence from event
                  where organization_id = :organization and resource_id = :session
                    and type = 'session.ended') as ended
              from started
            )
            select "from", case when ended is null then :endless else greatest(ended, (
                select min(sequence) from event
                where organization_id = :organization and resource_id = :channel and sequence > "from"
                  and type in ('channel.idle', 'channel.disabled', 'channel.deleted'))) end as "to"
            from span
            """)
        .param("organization", organizationId)
        .param("channel", channelId)
        .param("session", sessionId)
        .param("endless", Long.MAX_VALUE)
        .query((row, number) -> new Span(row.getLong("from"), row.getLong("to")))
        .optional();
  }

  /** In the order of the log: what happened to the channel and beside it, and the recording. */
  List<LoggedEvent> list(
      String organizationId, String channelId, String sessionId, Span span, PageRequest page) {
    long after = page.after() == null ? 0 : Long.parseLong(page.after());
    return jdbc.sql(
            """
            select * from event
            where organization_id = :organization and sequence > :after
              and (sequence between :from and :to
                  and type not in ('recording.ready', 'recording.errored')
                  and (resource_id in (:channel, :session)
                      or data ->> 'channel_id' = :channel or data ->> 'owner_id' = :channel)
                or type in ('recording.ready', 'recording.errored')
                  and data ->> 'session_id' = :session)
            order by sequence limit :limit
            """)
        .param("organization", organizationId)
        .param("channel", channelId)
        .param("session", sessionId)
        .param("from", span.from())
        .param("to", span.to())
        .param("after", Math.max(after, span.from() - 1))
        .param("limit", page.fetchSize())
        .query(EventStore::read)
        .list();
  }
}
