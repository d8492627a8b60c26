package onair.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import onair.test.TenancyContract;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Row-level security of this service's tables. */
class TenancyIT extends TenancyContract {

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
