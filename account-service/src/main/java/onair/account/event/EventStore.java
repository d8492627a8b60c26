package onair.account.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onair.common.paging.PageRequest;
import onair.common.time.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code event} and {@code event_head}. */
final class EventStore {

  private final JdbcClient jdbc;

  EventStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Adds the event as the organization's next, in the caller's transaction; others that add to the
   * same log wait until it ends. The sequence of the given event counts for nothing.
   */
  long append(LoggedEvent event) {
    return jdbc.sql(
            """
            with head as (
              insert into event_head as head (organization_id, last) values (:organization, 1)
              on conflict (organization_id) do update set last = head.last + 1
              returning last
            )
            insert into event (organization_id, sequence, id, type, created_at, resource_object, resource_id, resource_version, data)
            select :organization, last, :id, :type, :at, :object, :resource, :version, cast(:data as json) from head
            returning sequence
            """)
        .param("organization", event.organizationId())
        .param("id", event.id())
        .param("type", event.type())
        .param("at", Times.utc(event.createdAt()))
        .param("object", event.resource().object())
        .param("resource", event.resource().id())
        .param("version", event.resource().version())
        .param("data", event.data())
        .query(Long.class)
        .single();
  }

  Optional<LoggedEvent> find(String organizationId, String id) {
    return jdbc.sql("select * from event where organization_id = :organization and id = :id")
        .param("organization", organizationId)
        .param("id", id)
        .query(EventStore::read)
        .optional();
  }

  /** The newest event of a resource and type. */
  Optional<LoggedEvent> newest(String organizationId, String resourceId, String type) {
    return jdbc.sql(
            """
            select * from event where organization_id = :organization and resource_id = :resource and type = :type
            order by sequence desc limit 1
            """)
        .param("organization", organizationId)
        .param("resource", resourceId)
        .param("type", type)
        .query(EventStore::read)
        .optional();
  }

  /** Oldest first, those after the sequence the page or the filter begins behind. */
  List<LoggedEvent> list(String organizationId, EventFilter filter, PageRequest page) {
    long after = page.after() == null ? filter.after() : Long.parseLong(page.after());
    return jdbc.sql(
            """
            select * from event
            where organization_id = :organization and sequence > :after
              and (cast(:type as text) is null or type = :type)
              and (cast(:resource as text) is null or resource_id = :resource)
            order by sequence limit :limit
            """)
        .param("organization", organizationId)
        .param("after", after)
        .param("type", filter.type())
        .param("resource", filter.resource())
        .param("limit", page.fetchSize())
        .query(EventStore::read)
        .list();
  }

  List<LoggedEvent> after(String organizationId, long sequence, int most) {
    return jdbc.sql(
            "select * from event where organization_id = :organization and sequence > :after order by sequence limit :most")
        .param("organization", organizationId)
        .param("after", sequence)
        .param("most", most)
        .query(EventStore::read)
        .list();
  }

  /** The last sequence of each organization that has one. */
  Map<String, Long> heads(Collection<String> organizationIds) {
    var heads = new HashMap<String, Long>();
    jdbc.sql(
            "select organization_id, last from event_head where organization_id = any(:organizations)")
        .param("organizations", organizationIds.toArray(String[]::new))
        .query(
            row -> {
              heads.put(row.getString(1), row.getLong(2));
            });
    return heads;
  }

  /** The sequence up to which events are not kept any more; 0 while all are. */
  long forgotten(String organizationId) {
    return jdbc.sql("select forgotten from event_head where organization_id = :organization")
        .param("organization", organizationId)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /** Organizations whose oldest event happened before. */
  List<String> logsFromBefore(Instant before, int most) {
    return jdbc.sql(
            """
            select head.organization_id from event_head head
            join event oldest on oldest.organization_id = head.organization_id and oldest.sequence = head.forgotten + 1
            where oldest.created_at < :before limit :most
            """)
        .param("before", Times.utc(before))
        .param("most", most)
        .query(String.class)
        .list();
  }

  /** Forgets the oldest events, up to the first that did not happen before. */
  void forget(String organizationId, Instant before, int most) {
    jdbc.sql(
            """
            with oldest as (
              select sequence, created_at from event where organization_id = :organization order by sequence limit :most
            ), up_to as (
              select coalesce(min(sequence) filter (where created_at >= :before) - 1, max(sequence)) as last from oldest
            ), gone as (
              delete from event using up_to where organization_id = :organization and sequence <= up_to.last
            )
            update event_head set forgotten = up_to.last from up_to
            where organization_id = :organization and up_to.last > forgotten
            """)
        .param("organization", organizationId)
        .param("before", Times.utc(before))
        .param("most", most)
        .update();
  }

  static LoggedEvent read(ResultSet row, int number) throws SQLException {
    return new LoggedEvent(
        row.getString("organization_id"),
        row.getLong("sequence"),
        row.getString("id"),
        row.getString("type"),
        row.getTimestamp("created_at").toInstant(),
        new LoggedEvent.Resource(
            row.getString("resource_object"),
            row.getString("resource_id"),
            row.getLong("resource_version")),
        row.getString("data"));
  }

  /**
   * Which events are wanted.
   *
   * @param after only those behind this sequence
   */
  record EventFilter(long after, @Nullable String type, @Nullable String resource) {}
}
