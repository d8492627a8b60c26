package onair.account.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import onair.common.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code event_order} and {@code held_event}; all in the caller's transaction. */
final class OrderStore {

  private final JdbcClient jdbc;

  OrderStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes everyone else who takes an event of the resource wait until the transaction ends. */
  void alone(String organizationId, String resource) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:resource, 0))")
        .param("resource", organizationId + "/" + resource)
        .query(row -> {});
  }

  /** The number up to which all were taken; 0 for none. */
  long last(Place place) {
    return jdbc.sql(
            "select last from event_order where organization_id = :organization and resource = :resource and source = :source")
        .param("organization", place.organizationId())
        .param("resource", place.resource())
        .param("source", place.source())
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  void taken(Place place) {
    jdbc.sql(
            """
            insert into event_order (organization_id, source, resource, last)
            values (:organization, :source, :resource, :number)
            on conflict (organization_id, resource, source) do update set last = excluded.last
            """)
        .param("organization", place.organizationId())
        .param("source", place.source())
        .param("resource", place.resource())
        .param("number", place.number())
        .update();
  }

  void hold(Place place, String eventId, String detail, Instant now) {
    jdbc.sql(
            """
            insert into held_event (organization_id, source, resource, number, event_id, detail, held_at)
            values (:organization, :source, :resource, :number, :id, :detail, :now)
            on conflict do nothing
            """)
        .param("organization", place.organizationId())
        .param("source", place.source())
        .param("resource", place.resource())
        .param("number", place.number())
        .param("id", eventId)
        .param("detail", detail)
        .param("now", Times.utc(now))
        .update();
  }

  /** What may come next of a resource: the first held event of each service that tells of it. */
  List<Held> first(String organizationId, String resource) {
    return jdbc.sql(
            """
            select distinct on (source) source, number, detail from held_event
            where organization_id = :organization and resource = :resource
            order by source, number
            """)
        .param("organization", organizationId)
        .param("resource", resource)
        .query(
            (row, number) ->
                new Held(
                    new Place(organizationId, row.getString(1), resource, row.getLong(2)),
                    row.getString(3)))
        .list();
  }

  void release(Place place) {
    jdbc.sql(
            """
            delete from held_event
            where organization_id = :organization and resource = :resource and source = :source and number = :number
            """)
        .param("organization", place.organizationId())
        .param("resource", place.resource())
        .param("source", place.source())
        .param("number", place.number())
        .update();
  }

  /** One event that has waited for so long that what it waits for will not come any more. */
  Optional<Held> waitingSince(Instant now, Duration longest) {
    return jdbc.sql(
            """
            select organization_id, source, resource, number, detail from held_event
            where held_at < :old order by held_at, number limit 1
            """)
        .param("old", Times.utc(now.minus(longest)))
        .query(
            (row, number) ->
                new Held(
                    new Place(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)),
                    row.getString(5)))
        .optional();
  }

  /**
   * Where an event stands.
   *
   * @param source the service that tells it
   * @param resource kind and id
   * @param number 1 for the first this service tells of the resource
   */
  record Place(String organizationId, String source, String resource, long number) {

    Place before() {
      return new Place(organizationId, source, resource, number - 1);
    }
  }

  record Held(Place place, String detail) {}
}
