package onair.common.tenancy;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Binds a service to row-level security: its pool's connections say whose rows are seen, and the
 * migrations of {@code classpath:db/common} grant the pool's role what it may do. Migrations run
 * with another role, {@code spring.flyway.user}, which owns the tables. Comes with what needs those
 * migrations.
 */
@Configuration(proxyBeanMethods = false)
public class TenancyConfiguration {

  @Bean
  static BeanPostProcessor tenantConnections() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
          pool.setDataSource(new TenantDataSource(driver(pool)));
        }
        return bean;
      }
    };
  }

  /** As the pool would open its connections by itself. */
  private static DriverDataSource driver(HikariDataSource pool) {
    return new DriverDataSource(
        pool.getJdbcUrl(),
        pool.getDriverClassName(),
        pool.getDataSourceProperties(),
        pool.getUsername(),
        pool.getPassword());
  }

  @Bean
  FlywayConfigurationCustomizer migrations(
      @Value("${spring.datasource.username:}") String runtimeRole) {
    return flyway -> migrate(flyway, runtimeRole);
  }

  /**
   * How {@code classpath:db/common} is migrated, by {@link #migrate(Flyway)}. Migrations see all
   * rows they change.
   *
   * @param runtimeRole gets the rights a service needs, and must not be free of row-level security
   */
  public static void migrate(FluentConfiguration flyway, String runtimeRole) {
    flyway
        .initSql("set onair.organization = '" + Tenancy.EVERYONE + "'")
        .placeholders(Map.of("runtime", runtimeRole));
  }

  @Bean
  FlywayMigrationStrategy migrationsThatCameLate() {
    return TenancyConfiguration::migrate;
  }

  /**
   * Brings a database up to date. What is shared by all services may come to one that is further
   * with its own; out of order, but only then.
   */
  public static void migrate(Flyway flyway) {
    boolean late =
        Stream.of(flyway.info().all())
            .anyMatch(migration -> migration.getState() == MigrationState.IGNORED);
    Flyway ready =
        late
            ? Flyway.configure(flyway.getConfiguration().getClassLoader())
                .configuration(flyway.getConfiguration())
                .outOfOrder(true)
                .load()
            : flyway;
    ready.migrate();
  }
}
