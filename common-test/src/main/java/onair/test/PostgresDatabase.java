package onair.test;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import onair.common.tenancy.TenancyConfiguration;
import onair.common.tenancy.TenantDataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An empty database of its own on the PostgreSQL 18 this JVM's tests share, with two roles as in
 * production: one that owns what migrations make, and one that works with it and is bound by
 * row-level security. Any password is good.
 *
 * @param url JDBC address on 127.0.0.1
 * @param username the role that works
 * @param owner the role that migrates
 */
public record PostgresDatabase(String url, String username, String password, String owner) {

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

  /** What a Spring service is told of it. */
  public Map<String, Object> properties() {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("spring.datasource.url", url);
    properties.put("spring.datasource.username", username);
    properties.put("spring.datasource.password", password);
    properties.put("spring.datasource.hikari.maximum-pool-size", 8);
    properties.put("spring.datasource.hikari.minimum-idle", 0);
    properties.put("spring.flyway.url", url);
    properties.put("spring.flyway.user", owner);
    properties.put("spring.flyway.password", password);
    return properties;
  }

  /**
   * Brings its tables up to date, as a starting service does.
   *
   * @param locations for example {@code classpath:db/common}
   */
  public void migrate(String... locations) {
    var flyway = Flyway.configure().dataSource(url, owner, password).locations(locations);
    TenancyConfiguration.migrate(flyway, username);
    TenancyConfiguration.migrate(flyway.load());
  }

  /** A small pool of the role that works; close it, or leave it to the end of the JVM. */
  public DataSource dataSource() {
    return pool(username);
  }

  /** The same of the role that owns the tables. */
  public DataSource ownersDataSource() {
    return pool(owner);
  }

  private DataSource pool(String role) {
    var driver = new PGSimpleDataSource();
    driver.setUrl(url);
    driver.setUser(role);
    driver.setPassword(password);
    var config = new HikariConfig();
    config.setDataSource(new TenantDataSource(driver));
    config.setMaximumPoolSize(8);
    config.setMinimumIdle(0);
    return new HikariDataSource(config);
  }
}
