package onair.common.sweep;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onair.common.paging.PageRequest;
import onair.common.reconcile.Condemned;
import onair.common.reconcile.ResourceKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Orphans in the database; every method belongs to the caller's transaction, if there is one. */
public final class Orphans implements Condemned {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};

  private final JdbcClient jdbc;

  Orphans(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Newest first, so that what is added meanwhile does not move what follows. */
  public List<Orphan> list(String organizationId, PageRequest page) {
    return jdbc.sql(
            """
            select * from orphan
            where organization_id = :organization and (:after::text is null or id < :after)
            order by id desc limit :limit
            """)
        .param("organization", organizationId)
        .param("after", page.after())
        .param("limit", page.fetchSize())
        .query(Orphans::orphan)
        .list();
  }

  /** One of that organization; anybody else's is empty. */
  public Optional<Orphan> find(String organizationId, String id) {
    return find(id).filter(orphan -> orphan.organizationId().equals(organizationId));
  }

  Optional<Orphan> find(String id) {
    return jdbc.sql("select * from orphan where id = :id")
        .param("id", id)
        .query(Orphans::orphan)
        .optional();
  }

  @Override
  public Set<String> of(ResourceKey key) {
    return new HashSet<>(
        jdbc.sql(
                "select physical_id from orphan where resource = :resource and status = 'removing'")
            .param("resource", key.toString())
            .query(String.class)
            .list());
  }

  /** Those of a kind that are there as far as is known. */
  List<Orphan> present(String kind) {
    return jdbc.sql("select * from orphan where kind = :kind and status in ('found', 'removing')")
        .param("kind", kind)
        .query(Orphans::orphan)
        .list();
  }

  /** Those of an organization that are there as far as is known. */
  public List<Orphan> presentOf(String organizationId) {
    return jdbc.sql(
            """
            select * from orphan
            where organization_id = :organization and status in ('found', 'removing')
            order by id
            """)
        .param("organization", organizationId)
        .query(Orphans::orphan)
        .list();
  }

  /**
   * One that is left alone for now is removed by the next sweep after this moment, if that is
   * earlier.
   *
   * @param grace how long it is left alone at least; not shorter than what was asked for may take
   *     effect unseen
   */
  public void hasten(String organizationId, String id, Duration grace) {
    jdbc.sql(
            """
            update orphan set
              remove_after = least(remove_after, found_at + :seconds * interval '1 second')
            where id = :id and organization_id = :organization and status = 'found'
            """)
        .param("id", id)
        .param("organization", organizationId)
        .param("seconds", grace.toSeconds())
        .update();
  }

  /** Keeps a new one, or what is known of it now. */
  void save(Orphan orphan) {
    jdbc.sql(
            """
            insert into orphan (id, organization_id, kind, physical_id, resource, state, billed,
                status, reason, found_at, remove_after, gone_at)
            values (:id, :organization, :kind, :physical, :resource, :state, :billed::jsonb,
                :status, :reason, :found, :after, :gone)
            on conflict (id) do update set state = :state, billed = :billed::jsonb,
                status = :status, reason = :reason, gone_at = :gone
            """)
        .param("id", orphan.id())
        .param("organization", orphan.organizationId())
        .param("kind", orphan.kind())
        .param("physical", orphan.physicalId())
        .param("resource", orphan.resource())
        .param("state", orphan.state())
        .param("billed", JSON.writeValueAsString(orphan.billed()))
        .param("status", orphan.status().word())
        .param("reason", orphan.reason())
        .param("found", orphan.foundAt().atOffset(ZoneOffset.UTC))
        .param("after", orphan.removeAfter().atOffset(ZoneOffset.UTC))
        .param("gone", orphan.goneAt() == null ? null : orphan.goneAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Those that went before that moment are not shown any more. */
  void forgetGoneBefore(Instant moment) {
    jdbc.sql("delete from orphan where gone_at < :moment")
        .param("moment", moment.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Orphan orphan(ResultSet row, int number) throws SQLException {
    return new Orphan(
        row.getString("id"),
        row.getString("organization_id"),
        row.getString("kind"),
        row.getString("physical_id"),
        row.getString("resource"),
        row.getString("state"),
        JSON.readValue(row.getString("billed"), COUNTS),
        Orphan.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        row.getString("reason"),
        row.getTimestamp("found_at").toInstant(),
        row.getTimestamp("remove_after").toInstant(),
        time(row.getTimestamp("gone_at")));
  }

  private static @Nullable Instant time(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
