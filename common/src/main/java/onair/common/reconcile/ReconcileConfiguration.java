package onair.common.reconcile;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import onair.common.aws.AwsProperties;
import onair.common.aws.DeploymentProperties;
import onair.common.tenancy.TenancyConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Beans of the package: {@link Resources}, {@link Wakes} and {@link ReconcileLoop} over all {@link
 * Reconciler} beans. Needs a {@code DataSource} of PostgreSQL, its transaction manager, {@code
 * classpath:db/common} among Flyway's locations, and {@link DeploymentProperties}. An {@code
 * InstantSource} bean replaces the system's clock, a {@code RandomGenerator} bean the random part
 * of waits.
 */
@Configuration(proxyBeanMethods = false)
@Import(TenancyConfiguration.class)
@EnableConfigurationProperties({ReconcileProperties.class, DeploymentProperties.class})
public class ReconcileConfiguration {

  @Bean
  Doorbell doorbell() {
    return new Doorbell();
  }

  @Bean
  Leases leases(JdbcClient jdbc) {
    return new JdbcLeases(jdbc);
  }

  @Bean
  ResourceStore resourceStore(JdbcClient jdbc, PlatformTransactionManager transactions) {
    return new JdbcResourceStore(jdbc, new TransactionTemplate(transactions));
  }

  @Bean
  Resources resources(
      ResourceStore store,
      DeploymentProperties deployment,
      ReconcileProperties patience,
      ObjectProvider<AwsProperties> aws,
      ObjectProvider<InstantSource> clock,
      ObjectProvider<Condemned> condemned) {
    aws.ifAvailable(
        properties -> {
          if (properties.endpoint() == null) {
            patience.requireCovers(properties.callTimeout());
          }
        });
    return new Resources(
        new Resources.Tools(
            store,
            new AwsCallFailures(),
            new Identities(deployment.deployment()),
            patience,
            clock.getIfAvailable(InstantSource::system),
            condemned.getIfAvailable(() -> key -> Set.of())));
  }

  /** Reconcilers wake others, so that their names are asked for late. */
  @Bean
  Wakes wakes(
      JdbcClient jdbc,
      Doorbell doorbell,
      ObjectProvider<InstantSource> clock,
      ObjectProvider<Reconciler> reconcilers) {
    return new JdbcWakes(
        jdbc, clock.getIfAvailable(InstantSource::system), doorbell, () -> names(reconcilers));
  }

  @Bean
  ReconcileLoop reconcileLoop(
      DataSource dataSource,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Leases leases,
      ResourceStore rows,
      ReconcileProperties patience,
      Doorbell doorbell,
      ObjectProvider<InstantSource> clock,
      ObjectProvider<RandomGenerator> chance,
      ObjectProvider<Reconciler> reconcilers) {
    var time = clock.getIfAvailable(InstantSource::system);
    var runs = new Runs(jdbc, new TransactionTemplate(transactions), leases);
    var times = new RunTimes(patience, chance.getIfAvailable(RandomGenerator::getDefault));
    var tasks =
        reconcilers
            .orderedStream()
            .map(reconciler -> new OwnerTask(reconciler, runs, rows, times, time, doorbell))
            .toList();
    return new ReconcileLoop(dataSource, tasks, patience, time, doorbell);
  }

  private static Set<String> names(ObjectProvider<Reconciler> reconcilers) {
    var names = new HashSet<String>();
    reconcilers.stream().map(Reconciler::name).forEach(names::add);
    return names;
  }
}
