package onair.delivery.distribution;

import java.time.InstantSource;
import onair.common.aws.DeploymentProperties;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Resources;
import onair.common.reconcile.Wakes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
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
  DistributionReconciler distributionReconciler(
      Resources resources,
      ExternalResource<AccessControl, ObservedAccessControl> accessControls,
      Distributions distributions,
      DistributionStore store,
      PlatformTransactionManager transactions,
      DistributionProperties properties,
      AccessControl accessControl,
      ObjectProvider<InstantSource> clock) {
    return new DistributionReconciler(
        resources,
        new DistributionReconciler.Edges(accessControls, accessControl, distributions),
        new DistributionLedger(
            store,
            new TransactionTemplate(transactions),
            clock.getIfAvailable(InstantSource::system)),
        properties);
  }

  @Bean
  PackagingGroupListener packagingGroupListener(
      DistributionStore store, Wakes wakes, ObjectProvider<InstantSource> clock) {
    return new PackagingGroupListener(store, wakes, clock.getIfAvailable(InstantSource::system));
  }

  @Bean
  DistributionController distributionController(DistributionStore store) {
    return new DistributionController(store);
  }

  /** A start may bring another configuration, so the distribution is looked at. */
  @Bean
  ApplicationRunner lookAtDistribution(Wakes wakes, PlatformTransactionManager transactions) {
    return arguments ->
        new TransactionTemplate(transactions)
            .executeWithoutResult(
                ignored -> wakes.wake(DistributionReconciler.NAME, DistributionReconciler.OWNER));
  }

  /** Named after the installation, because others may share the AWS account. */
  @Bean
  AccessControl accessControl(DeploymentProperties deployment) {
    return new AccessControl("onair-" + deployment.deployment() + "-mediapackagev2");
  }
}
