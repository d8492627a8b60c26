package onair.common.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Makes connections that tell PostgreSQL, with a statement and by the same message, whose rows the
 * thread sees ({@link Tenancy}) when that is not what they told last. Belongs below the pool: what
 * a connection has told stays with it.
 */
public final class TenantDataSource extends DelegatingDataSource {

  /**
   * @param driver opens a new connection each time
   */
  public TenantDataSource(DataSource driver) {
    super(driver);
  }

  @Override
  public Connection getConnection() throws SQLException {
    return TellingConnection.around(super.getConnection());
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    return TellingConnection.around(super.getConnection(username, password));
  }
}
