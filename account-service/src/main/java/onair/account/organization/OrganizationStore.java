package onair.account.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import onair.common.id.Ids;
import onair.common.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code organization}. */
public final class OrganizationStore {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  OrganizationStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  public Optional<Organization> find(String id) {
    return jdbc.sql("select * from organization where id = :id")
        .param("id", id)
        .query(this::read)
        .optional();
  }

  /** The organization the installation began with. */
  public Optional<Organization> first() {
    return jdbc.sql("select * from organization where runs_installation")
        .query(this::read)
        .optional();
  }

  /** The one the installation begins with. */
  public Organization createFirst(String name, Instant now) {
    return create(name, true, Map.of(), now);
  }

  /** One more. */
  public Organization create(String name, Map<String, String> metadata, Instant now) {
    return create(name, false, metadata, now);
  }

  private Organization create(
      String name, boolean first, Map<String, String> metadata, Instant now) {
    return jdbc.sql(
            """
            insert into organization (id, name, runs_installation, metadata, created_at, updated_at)
            values (:id, :name, :first, cast(:metadata as jsonb), :now, :now)
            returning *
            """)
        .param("id", Ids.next("org"))
        .param("name", name)
        .param("first", first)
        .param("metadata", json.writeValueAsString(metadata))
        .param("now", Times.utc(now))
        .query(this::read)
        .single();
  }

  Optional<Organization> lock(String id) {
    return jdbc.sql("select * from organization where id = :id for no key update")
        .param("id", id)
        .query(this::read)
        .optional();
  }

  void update(Organization organization) {
    jdbc.sql(
            """
            update organization set name = :name, metadata = cast(:metadata as jsonb), updated_at = :now, version = :version
            where id = :id
            """)
        .param("name", organization.name())
        .param("metadata", json.writeValueAsString(organization.metadata()))
        .param("now", Times.utc(organization.updatedAt()))
        .param("version", organization.version())
        .param("id", organization.id())
        .update();
  }

  private Organization read(ResultSet row, int number) throws SQLException {
    return new Organization(
        row.getString("id"),
        row.getString("name"),
        row.getBoolean("runs_installation"),
        json.readValue(row.getString("metadata"), new TypeReference<Map<String, String>>() {}),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant(),
        row.getLong("version"));
  }
}
