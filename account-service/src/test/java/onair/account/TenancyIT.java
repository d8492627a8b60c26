package onair.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import onair.test.PostgresDatabase;
import onair.test.TenancyCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Row-level security of this service's tables. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenancyIT {

  private final PostgresDatabase database = PostgresDatabase.create();
  private final TenancyCatalog catalog = TenancyCatalog.of(database);

  @Test
  void everyTableIsBoundToOrganizationsOrSaysWhyNot() {
    assertThat(catalog.unbound()).isEmpty();
  }

  @Test
  void theRoleTheServiceWorksWithCannotGetAroundItsPolicies() {
    assertThat(catalog.loopholes()).isEmpty();
  }

  @Test
  void nobodySeesChangesRemovesOrMakesRowsOfAnotherOrganization() {
    assertThat(catalog.leaks()).isEmpty();
  }

  @Test
  void whoSignsInIsFoundByAnIndexThoughPoliciesComeFirst() throws SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      jdbc.sql("set enable_seqscan = off").update();
      String plan =
          String.join(
              "\n",
              jdbc.sql("explain select * from member where email_lower = 'someone@example.com'")
                  .query(String.class)
                  .list());

      assertThat(plan).contains("member_email_lower").contains("onair.organization");
    }
  }
}
