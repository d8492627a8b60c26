package onair.common.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import onair.test.PostgresDatabase;
import onair.test.TenancyCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What migrations see to, and what a connection remembers. */
@ExtendWith(OutputCaptureExtension.class)
class MigrationIT {

  private final PostgresDatabase database = PostgresDatabase.create();

  @Test
  void theCatalogTellsEveryWayATableCanBeForgotten() {
    TenancyCatalog catalog = TenancyCatalog.of(database, "classpath:db/unbound");

    Set<String> unbound =
        catalog.unbound().stream()
            .map(table -> table.replaceAll("^Table\\[name=(\\w+),.*", "$1"))
            .collect(Collectors.toSet());
    assertThat(unbound)
        .containsExactlyInAnyOrder(
            "bare", "not_forced", "wide_open", "writable", "explained_but_owned", "unexplained");
    assertThat(catalog.loopholes())
        .containsExactlyInAnyOrder(
            "borrow runs with rights of its owner", "peephole is a view with rights of its owner");
    assertThat(catalog.leaks())
        .anySatisfy(leak -> assertThat(leak).startsWith("bare shows rows to nobody"))
        .anySatisfy(leak -> assertThat(leak).startsWith("not_forced shows its owner"))
        .anySatisfy(leak -> assertThat(leak).startsWith("wide_open shows to a third"))
        .anySatisfy(leak -> assertThat(leak).startsWith("writable gives rows away"));
  }

  @Test
  void aRoleThatOwnsTheTablesOrIsFreeOfRowLevelSecurityIsRefused() {
    var owning =
        new PostgresDatabase(
            database.url(), database.owner(), database.password(), database.owner());
    assertThatThrownBy(() -> owning.migrate("classpath:db/common"))
        .rootCause()
        .hasMessageContaining("is free of row-level security")
        .hasMessageContaining("spring.flyway.user");

    var superuser =
        new PostgresDatabase(database.url(), "postgres", database.password(), database.owner());
    assertThatThrownBy(() -> superuser.migrate("classpath:db/common"))
        .rootCause()
        .hasMessageContaining("is free of row-level security");

    var unknown =
        new PostgresDatabase(database.url(), "nobody", database.password(), database.owner());
    assertThatThrownBy(() -> unknown.migrate("classpath:db/common"))
        .rootCause()
        .hasMessageContaining("does not exist");

    database.migrate("classpath:db/common");
  }

  @Test
  void theRoleOfAnotherServiceCannotConnect() throws SQLException {
    database.migrate("classpath:db/common");
    database.migrate("classpath:db/common");
    var stranger =
        new PostgresDatabase(
            database.url(),
            PostgresDatabase.create().username(),
            database.password(),
            database.owner());

    assertThatThrownBy(() -> connect(stranger))
        .hasMessageContaining("permission denied for database");
    connect(database);
  }

  private static void connect(PostgresDatabase as) throws SQLException {
    DriverManager.getConnection(as.url(), as.username(), as.password()).close();
  }

  @Test
  void commonTablesComeToADatabaseThatIsFurtherWithItsOwnAndOnlyThenOutOfOrder(
      CapturedOutput output) {
    database.migrate("classpath:db/show");
    assertThat(output).doesNotContain("outOfOrder");
    database.migrate("classpath:db/common", "classpath:db/show");
    assertThat(output).containsOnlyOnce("outOfOrder");
    database.migrate("classpath:db/common", "classpath:db/show");
    assertThat(output).containsOnlyOnce("outOfOrder");

    var runtime = JdbcClient.create(database.dataSource());
    assertThat(runtime.sql("select count(*) from show").query(Integer.class).single()).isZero();
    assertThat(runtime.sql("select count(*) from resource").query(Integer.class).single()).isZero();
  }

  @Test
  void whatAConnectionToldIsToldAgainAfterARollback() throws SQLException {
    database.migrate("classpath:db/common", "classpath:db/tenancy");
    try (Connection connection = database.dataSource().getConnection()) {
      var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      Tenancy.runAs("org_1", () -> jdbc.sql("insert into episode values ('org_1', 'x')").update());

      connection.setAutoCommit(false);
      assertThat(Tenancy.as("org_2", () -> count(jdbc))).isZero();
      connection.rollback();
      assertThat(Tenancy.as("org_2", () -> count(jdbc))).isZero();
      connection.rollback();
      assertThat(Tenancy.as("org_1", () -> count(jdbc))).isOne();
      connection.commit();
      assertThat(Tenancy.as("org_1", () -> count(jdbc))).isOne();
      assertThat(count(jdbc)).isZero();
    }
  }

  private static int count(JdbcClient jdbc) {
    return jdbc.sql("select count(*) from episode").query(Integer.class).single();
  }
}
