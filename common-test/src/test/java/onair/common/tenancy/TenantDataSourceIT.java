package onair.common.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import onair.test.PostgresDatabase;
import onair.test.WithPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One connection that works for many organizations, one after the other. */
@WithPostgres
class TenantDataSourceIT {

  private static final String NAMES = "select name from episode order by name";

  private Connection connection;
  private SingleConnectionDataSource one;
  private JdbcClient jdbc;

  @BeforeEach
  void oneEpisodeOfEachOrganization(PostgresDatabase database) throws SQLException {
    database.migrate("classpath:db/common", "classpath:db/tenancy");
    JdbcClient owner = JdbcClient.create(database.ownersDataSource());
    owner.sql("delete from episode").update();
    owner.sql("insert into episode values ('org_1', 'first'), ('org_2', 'second')").update();
    var driver = new PGSimpleDataSource();
    driver.setUrl(database.url());
    driver.setUser(database.username());
    driver.setPassword(database.password());
    driver.setSocketFactory(CountingSockets.class.getName());
    connection = new TenantDataSource(driver).getConnection();
    one = new SingleConnectionDataSource(connection, true);
    jdbc = JdbcClient.create(one);
  }

  @AfterEach
  void closeIt() throws SQLException {
    one.destroy();
    connection.close();
  }

  @Test
  void changesTheOrganizationWithoutAMessageMore() {
    assertThat(messages("org_1", "org_1", "org_1", "org_1")).isEqualTo(4);
    assertThat(messages("org_2", "org_1", "org_2", "org_1")).isEqualTo(4);
  }

  @Test
  void changesItWithTheMessageThatBeginsATransaction() {
    var transactions = new TransactionTemplate(new JdbcTransactionManager(one));
    Tenancy.as("org_1", this::names);
    int before = CountingSockets.messages();

    List<String> seen = Tenancy.as("org_2", () -> transactions.execute(status -> names()));

    assertThat(seen).containsExactly("second");
    assertThat(CountingSockets.messages() - before).as("begin and ask, commit").isEqualTo(2);
  }

  @Test
  void staysBoundWhenWhatWasToldIsUndoneWithAStatementThatFails() {
    Tenancy.as("org_1", this::names);

    assertThatThrownBy(
            () -> Tenancy.as("org_2", () -> jdbc.sql("select 1 / 0").query(Integer.class).single()))
        .isInstanceOf(DataAccessException.class);

    assertThat(Tenancy.as("org_2", this::names)).containsExactly("second");
    assertThat(Tenancy.as("org_1", this::names)).containsExactly("first");
  }

  @Test
  void staysBoundWhenWhatWasToldIsUndoneWithACommitThatFails(PostgresDatabase database)
      throws SQLException {
    JdbcClient owner = JdbcClient.create(database.ownersDataSource());
    owner
        .sql("create table if not exists strict (id int unique deferrable initially deferred)")
        .update();
    Tenancy.as("org_1", this::names);

    connection.setAutoCommit(false);
    Tenancy.runAs("org_2", () -> jdbc.sql("insert into strict values (1), (1)").update());
    assertThatThrownBy(connection::commit).hasMessageContaining("duplicate key");
    connection.setAutoCommit(true);

    assertThat(Tenancy.as("org_2", this::names)).containsExactly("second");
  }

  @Test
  void countsWhatAStatementChangedAndShowsWhatItReturned() {
    int changed =
        Tenancy.as(
            "org_1",
            () -> jdbc.sql("update episode set name = :name").param("name", "new").update());
    List<String> returned =
        Tenancy.as(
            "org_2",
            () ->
                jdbc.sql("update episode set name = :name returning name")
                    .param("name", "other")
                    .query(String.class)
                    .list());

    assertThat(changed).isEqualTo(1);
    assertThat(returned).containsExactly("other");
    assertThat(Tenancy.as("org_1", this::names)).containsExactly("new");
  }

  @Test
  void worksInBatchesAndByOneStatementManyTimes() throws SQLException {
    var template = new JdbcTemplate(one);
    Tenancy.runAs(
        "org_1",
        () ->
            template.batchUpdate(
                "insert into episode values ('org_1', ?)",
                List.of(new Object[] {"a"}, new Object[] {"b"})));
    PreparedStatement insert =
        Tenancy.as(
            "org_2", () -> connection.prepareStatement("insert into episode values ('org_2', ?)"));
    for (String name : List.of("c", "d")) {
      insert.setString(1, name);
      assertThat(insert.executeUpdate()).isEqualTo(1);
    }
    insert.close();

    assertThat(Tenancy.as("org_1", this::names)).containsExactly("a", "b", "first");
    assertThat(Tenancy.as("org_2", this::names)).containsExactly("c", "d", "second");
  }

  @Test
  void saysWhenAStatementReturnsRowsOrNoneAgainstExpectation() {
    assertThatThrownBy(
            () ->
                Tenancy.as(
                    "org_1", () -> jdbc.sql("delete from episode").query(String.class).list()))
        .hasStackTraceContaining("No results were returned");
    assertThatThrownBy(() -> Tenancy.as("org_2", () -> jdbc.sql(NAMES).update()))
        .hasStackTraceContaining("A result was returned");
  }

  /** How many messages it takes to ask once for each. */
  private int messages(String... organizations) {
    Tenancy.as("org_1", this::names);
    int before = CountingSockets.messages();
    for (String organization : organizations) {
      assertThat(Tenancy.as(organization, this::names))
          .containsExactly(organization.equals("org_1") ? "first" : "second");
    }
    return CountingSockets.messages() - before;
  }

  private List<String> names() {
    return jdbc.sql(NAMES).query(String.class).list();
  }
}
