package onair.channel.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import onair.common.tenancy.TenancyConfiguration;
import onair.test.PostgresDatabase;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What was written before the groups of a spec had names is read as it was meant. */
class SpecMigrationIT {
  private static final String[] LOCATIONS = {"classpath:db/common", "classpath:db/migration"};
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String OLDEST =
      """
      {"protocol":"rtmp","ladder":"720p","latency":"standard","origin":"mediapackage",
       "pipelines":"single","dvrWindowSeconds":3600,"record":false}
      """;
  private static final String OLD =
      """
      {"protocol":"srt","allowedCidrs":["203.0.113.0/24"],"ladder":"1080p","latency":"standard",
       "origin":"s3","packaging":null,"pipelines":"single","dvrWindowSeconds":60,"record":false,
       "ads":{"enabled":false,"slateAssetId":null}}
      """;

  @Test
  void oldRowsAreGrouped() throws SQLException {
    PostgresDatabase database = PostgresDatabase.create();
    var before =
        Flyway.configure()
            .dataSource(database.url(), database.owner(), database.password())
            .locations(LOCATIONS)
            .target("130");
    TenancyConfiguration.migrate(before, database.username());
    before.load().migrate();
    try (Connection connection = owner(database);
        Statement statement = connection.createStatement()) {
      insert(statement, "ch_1", OLDEST, "{\"built\":" + OLD + "}");
      insert(statement, "ch_2", OLD, "{\"built\":null}");

      database.migrate(LOCATIONS);

      assertThat(read(statement, "ch_1", "spec")).isEqualTo(ChannelSpec.DEFAULT);
      var stored =
          new ChannelSpec(
              IngestSpec.of("srt", List.of("203.0.113.0/24")),
              new EncodingSpec("1080p", "single"),
              new PackagingSpec("s3", null, "standard", 60),
              false,
              AdsSpec.NONE);
      assertThat(read(statement, "ch_1", "holdings -> 'built'")).isEqualTo(stored);
      assertThat(read(statement, "ch_2", "spec")).isEqualTo(stored);
      assertThat(read(statement, "ch_2", "holdings -> 'built'")).isNull();
    }
  }

  private static Connection owner(PostgresDatabase database) throws SQLException {
    Connection connection =
        DriverManager.getConnection(database.url(), database.owner(), database.password());
    try (Statement statement = connection.createStatement()) {
      statement.execute("select set_config('onair.organization', '*', false)");
    }
    return connection;
  }

  private static void insert(Statement statement, String id, String spec, String holdings)
      throws SQLException {
    statement.executeUpdate(
        """
        insert into channel (id, organization_id, playback_id, version, name, metadata, spec, stream_key,
            desired, status, provisioning, health, run, holdings, operation_id, created_at, updated_at)
          values ('%1$s', 'org_1', '%1$s', 1, 'Show', '{}', '%2$s', '', 'stopped', 'idle', 'none', 'unknown',
            '{}', '%3$s', 'op_1', now(), now())
        """
            .formatted(id, spec, holdings));
  }

  private static @Nullable ChannelSpec read(Statement statement, String id, String column)
      throws SQLException {
    try (ResultSet row =
        statement.executeQuery("select " + column + " from channel where id = '" + id + "'")) {
      assertThat(row.next()).isTrue();
      return JSON.readValue(row.getString(1), ChannelSpec.class);
    }
  }
}
