package onair.account.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import onair.common.id.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code organization}. */
public final class OrganizationStore {

  private final JdbcClient jdbc;

  OrganizationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Organization> find(String id) {
    return jdbc.sql("select * from organization where id = :id")
        .param("id", id)
        .query(OrganizationStore::read)
        .optional();
  }

  /** The organization made first. */
  public Optional<Organization> first() {
    return jdbc.sql("select * from organization order by id limit 1")
        .query(OrganizationStore::read)
        .optional();
  }

  public Organization create(String name, Instant now) {
    return jdbc.sql(
            "insert into organization (id, name, created_at, updated_at) values (:id, :name, :now, :now) returning *")
        .param("id", Ids.next("org"))
        .param("name", name)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(OrganizationStore::read)
        .single();
  }

  private static Organization read(ResultSet row, int number) throws SQLException {
    return new Organization(
        row.getString("id"),
        row.getString("name"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant(),
        row.getLong("version"));
  }
}
