package onair.delivery.distribution;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Distributions and origins in the database; every method belongs to the caller's transaction, if
 * there is one.
 */
final class DistributionStore {

  private final JdbcClient jdbc;

  DistributionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In the order in which they first announced themselves. */
  List<MediaOrigin> origins() {
    return jdbc.sql("select * from origin order by first_seen_at, id")
        .query(
            (row, number) ->
                new MediaOrigin(
                    row.getString("id"),
                    MediaOrigin.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                    row.getString("domain"),
                    List.of((String[]) row.getArray("paths").getArray())))
        .list();
  }

  /**
   * Keeps what is told of an origin unless something newer is known; says whether that changed
   * anything.
   */
  boolean learn(MediaOrigin origin, long version, Instant now) {
    return jdbc.sql(
                """
                insert into origin (id, kind, domain, paths, version, first_seen_at)
                values (:id, :kind, :domain, :paths, :version, :now)
                on conflict (id) do update
                  set kind = excluded.kind, domain = excluded.domain, paths = excluded.paths,
                      version = excluded.version
                  where origin.version < excluded.version
                """)
            .param("id", origin.id())
            .param("kind", origin.kind().name().toLowerCase(Locale.ROOT))
            .param("domain", origin.domain())
            .param("paths", origin.paths().toArray(String[]::new))
            .param("version", version)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  Optional<Distribution> find(String id) {
    return jdbc.sql("select * from distribution where id = :id")
        .param("id", id)
        .query(DistributionStore::distribution)
        .optional();
  }

  /** All of them, oldest first. There are only ever a few. */
  List<Distribution> list() {
    return jdbc.sql("select * from distribution order by created_at, id")
        .query(DistributionStore::distribution)
        .list();
  }

  /** Keeps a distribution as it is now; when it was made first is not changed. */
  void save(Distribution distribution) {
    jdbc.sql(
            """
            insert into distribution
              (id, status, physical_id, domain_name, served, reason, created_at, updated_at)
            values (:id, :status, :physical, :domain, :served, :reason, :created, :updated)
            on conflict (id) do update
              set status = excluded.status, physical_id = excluded.physical_id,
                  domain_name = excluded.domain_name, served = excluded.served,
                  reason = excluded.reason, updated_at = excluded.updated_at
            """)
        .param("id", distribution.id())
        .param("status", distribution.status().name().toLowerCase(Locale.ROOT))
        .param("physical", distribution.physicalId())
        .param("domain", distribution.domainName())
        .param("served", distribution.served().toArray(String[]::new))
        .param("reason", distribution.reason())
        .param("created", distribution.createdAt().atOffset(ZoneOffset.UTC))
        .param("updated", distribution.updatedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Distribution distribution(ResultSet row, int number) throws SQLException {
    return new Distribution(
        row.getString("id"),
        Distribution.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        row.getString("physical_id"),
        row.getString("domain_name"),
        strings(row.getArray("served")),
        row.getString("reason"),
        instant(row, "created_at"),
        instant(row, "updated_at"));
  }

  private static Set<String> strings(Array array) throws SQLException {
    return Set.of((String[]) array.getArray());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
