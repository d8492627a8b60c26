package onair.test;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * An empty database of its own on the PostgreSQL 18 this JVM's tests share.
 *
 * @param url JDBC address on 127.0.0.1
 */
public record PostgresDatabase(String url, String username, String password) {

  private static final Map<String, PostgresDatabase> BY_OWNER = new ConcurrentHashMap<>();

  /** The database of a test class; made when first asked for. */
  static PostgresDatabase of(Class<?> testClass) {
    return BY_OWNER.computeIfAbsent(
        testClass.getName(), name -> PostgresServer.shared().createDatabase());
  }

  /** One more database, nobody else's. */
  public static PostgresDatabase create() {
    return PostgresServer.shared().createDatabase();
  }

  /** A small pool; close it, or leave it to the end of the JVM. */
  public DataSource dataSource() {
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(username);
    config.setPassword(password);
    config.setMaximumPoolSize(8);
    config.setMinimumIdle(0);
    return new HikariDataSource(config);
  }
}
