package onair.common.sweep;

import java.time.InstantSource;
import onair.common.aws.DeploymentProperties;
import onair.common.event.Announcer;
import onair.common.reconcile.Leases;
import onair.common.reconcile.ReconcileProperties;
import onair.common.reconcile.Reconciler;
import onair.common.reconcile.Resources;
import onair.common.reconcile.Wakes;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Beans of the package, beside those of {@code ReconcileConfiguration}. Needs the table {@code
 * orphan}, a bean {@link SweptKinds} and a bean {@link OrphanNews}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SweepProperties.class)
public class SweepConfiguration {

  @Bean
  Orphans orphans(JdbcClient jdbc) {
    return new Orphans(jdbc);
  }

  @Bean
  OrphanBook orphanBook(
      Orphans orphans,
      OrphanNews news,
      Resources resources,
      Leases leases,
      Wakes wakes,
      JdbcClient jdbc,
      TransactionTemplate transactions,
      SweepProperties properties) {
    return new OrphanBook(orphans, news, resources, leases, wakes, jdbc, transactions, properties);
  }

  @Bean
  Reconciler sweep(
      SweptKinds kinds,
      OrphanBook book,
      DeploymentProperties deployment,
      ReconcileProperties patience,
      SweepProperties properties,
      InstantSource clock) {
    properties.requireCovers(patience.settle());
    return new Sweep(kinds.edges(), book, deployment, properties, clock);
  }

  @Bean
  Reconciler orphanRemoval(
      SweptKinds kinds,
      Orphans orphans,
      OrphanNews news,
      Resources resources,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new OrphanRemoval(kinds.edges(), orphans, news, resources, transactions, clock);
  }

  @Bean
  Announcer sweepAnnouncer(Wakes wakes, TransactionTemplate transactions) {
    return Sweep.announcer(wakes, transactions);
  }
}
