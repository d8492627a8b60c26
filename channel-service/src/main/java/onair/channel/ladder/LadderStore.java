package onair.channel.ladder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onair.common.metadata.MetadataColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ladders of organizations in the database; every method belongs to the caller's transaction, if
 * there is one.
 */
final class LadderStore {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;

  LadderStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps a new one, unless the organization has one of that name. */
  boolean insert(String organizationId, OwnLadder own, Instant now) {
    return jdbc.sql(
                """
                insert into ladder (organization_id, name, definition, metadata, created_at)
                values (:organization, :name, :definition::jsonb, :metadata::jsonb, :created)
                on conflict do nothing
                """)
            .param("organization", organizationId)
            .param("name", own.ladder().name())
            .param("definition", JSON.writeValueAsString(own.ladder()))
            .param("metadata", MetadataColumn.write(own.metadata()))
            .param("created", now.atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  /** Whether there was one. */
  boolean delete(String organizationId, String name) {
    return jdbc.sql("delete from ladder where organization_id = :organization and name = :name")
            .param("organization", organizationId)
            .param("name", name)
            .update()
        > 0;
  }

  Optional<OwnLadder> find(String organizationId, String name) {
    return jdbc.sql("select * from ladder where organization_id = :organization and name = :name")
        .param("organization", organizationId)
        .param("name", name)
        .query(LadderStore::read)
        .optional();
  }

  /**
   * By name.
   *
   * @param wanted only those that have all of these
   */
  List<OwnLadder> of(String organizationId, Map<String, String> wanted) {
    return jdbc.sql(
            """
            select * from ladder
            where organization_id = :organization and metadata @> :metadata::jsonb
            order by name
            """)
        .param("organization", organizationId)
        .param("metadata", MetadataColumn.write(wanted))
        .query(LadderStore::read)
        .list();
  }

  private static OwnLadder read(ResultSet row, int number) throws SQLException {
    return new OwnLadder(
        JSON.readValue(row.getString("definition"), Ladder.class), MetadataColumn.read(row));
  }
}
