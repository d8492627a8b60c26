package onair.channel.drift;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import onair.channel.drift.Drift.Status;
import onair.common.aws.Difference;
import onair.common.paging.PageRequest;
import onair.common.reconcile.ResourceKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drift in the database; every method belongs to the caller's transaction, if there is one. */
final class DriftStore {

  private final JdbcClient jdbc;

  DriftStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Newest first, so that what is added meanwhile does not move what follows. */
  List<Drift> list(String organizationId, PageRequest page) {
    return jdbc.sql(
            """
            select * from drift
            where organization_id = :organization and (:after::text is null or id < :after)
            order by id desc limit :limit
            """)
        .param("organization", organizationId)
        .param("after", page.after())
        .param("limit", page.fetchSize())
        .query(DriftStore::drift)
        .list();
  }

  /** One of that organization, which nobody else changes until the transaction ends. */
  Optional<Drift> lock(String organizationId, String id) {
    return jdbc.sql(
            "select * from drift where id = :id and organization_id = :organization for update")
        .param("id", id)
        .param("organization", organizationId)
        .query(DriftStore::drift)
        .optional();
  }

  Optional<Drift> find(String organizationId, String id) {
    return jdbc.sql("select * from drift where id = :id and organization_id = :organization")
        .param("id", id)
        .param("organization", organizationId)
        .query(DriftStore::drift)
        .optional();
  }

  /** The settings of a resource that differ as far as is known, locked. */
  List<Drift> presentOf(ResourceKey key) {
    return jdbc.sql(
            """
            select * from drift
            where owner = :owner and kind = :kind
              and status in ('open', 'repairing', 'adopted', 'ignored')
            order by id for update
            """)
        .param("owner", key.owner())
        .param("kind", key.kind())
        .query(DriftStore::drift)
        .list();
  }

  /** Whether anything of an owner is to be repaired. */
  boolean repairs(String owner) {
    return jdbc.sql(
            "select exists (select 1 from drift where owner = :owner and status = 'repairing')")
        .param("owner", owner)
        .query(Boolean.class)
        .single();
  }

  void forget(String owner) {
    jdbc.sql("delete from drift where owner = :owner").param("owner", owner).update();
  }

  void save(Drift drift) {
    jdbc.sql(
            """
            insert into drift (id, organization_id, owner, kind, physical_id, version, field, wanted,
                found, status, reason, created_at, updated_at)
            values (:id, :organization, :owner, :kind, :physical, :version, :field, :wanted,
                :found, :status, :reason, :created, :updated)
            on conflict (id) do update set version = :version, wanted = :wanted, found = :found,
                status = :status, reason = :reason, updated_at = :updated
            """)
        .param("id", drift.id())
        .param("organization", drift.organizationId())
        .param("owner", drift.key().owner())
        .param("kind", drift.key().kind())
        .param("physical", drift.physicalId())
        .param("version", drift.version())
        .param("field", drift.difference().field())
        .param("wanted", drift.difference().wanted())
        .param("found", drift.difference().found())
        .param("status", drift.status().word())
        .param("reason", drift.reason())
        .param("created", drift.createdAt().atOffset(ZoneOffset.UTC))
        .param("updated", drift.updatedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Drift drift(ResultSet row, int number) throws SQLException {
    return new Drift(
        row.getString("id"),
        row.getString("organization_id"),
        new ResourceKey(row.getString("owner"), row.getString("kind")),
        row.getString("physical_id"),
        row.getLong("version"),
        new Difference(row.getString("field"), row.getString("wanted"), row.getString("found")),
        Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        row.getString("reason"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }
}
