package onair.delivery.distribution;

import java.time.InstantSource;
import onair.common.aws.DeploymentProperties;
import onair.common.event.Announcer;
import onair.common.event.Outbox;
import onair.common.reconcile.Resources;
import onair.common.reconcile.Wakes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Beans of the shared distribution. Needs its edges, which {@code onair.delivery.cloudfront} has.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DistributionProperties.class)
public class DistributionConfiguration {

  @Bean
  DistributionStore distributionStore(JdbcClient jdbc) {
    return new DistributionStore(jdbc);
  }

  @Bean
  ServedPaths servedPaths(JdbcClient jdbc, DistributionProperties properties) {
    return new ServedPaths(jdbc, properties);
  }

  @Bean
  Announcements announcements(
      JdbcClient jdbc,
      Outbox outbox,
      Wakes wakes,
      DistributionProperties properties,
      ObjectProvider<InstantSource> clock) {
    return new Announcements(
        jdbc, outbox, wakes, properties, clock.getIfAvailable(InstantSource::system));
  }

  @Bean
  DistributionReconciler distributionReconciler(
      Resources resources,
      AccessControls accessControls,
      CachePolicies cachePolicies,
      Distributions distributions,
      DistributionLedger ledger,
      DistributionProperties properties,
      DeploymentProperties deployment) {
    return new DistributionReconciler(
        resources,
        new DistributionReconciler.Edges(
            accessControls, cachePolicies, deployment.deployment(), distributions),
        ledger,
        properties);
  }

  @Bean
  DistributionLedger distributionLedger(
      DistributionStore store,
      PlatformTransactionManager transactions,
      Announcements announcements,
      ObjectProvider<InstantSource> clock) {
    return new DistributionLedger(
        store,
        new TransactionTemplate(transactions),
        announcements,
        clock.getIfAvailable(InstantSource::system));
  }

  @Bean
  OriginListener originListener(
      DistributionStore store, Wakes wakes, ObjectProvider<InstantSource> clock) {
    return new OriginListener(store, wakes, clock.getIfAvailable(InstantSource::system));
  }

  @Bean
  DistributionController distributionController(DistributionStore store) {
    return new DistributionController(store);
  }

  /** A start may bring another configuration, so the distribution is looked at and told of. */
  @Bean
  Announcer announcer(Announcements announcements, PlatformTransactionManager transactions) {
    return new Announcer(announcements::tellAgain, new TransactionTemplate(transactions));
  }
}
