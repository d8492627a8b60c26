package onair.channel.packaging;

import java.time.InstantSource;
import onair.channel.packaging.OriginReconciler.Tools;
import onair.common.event.Announcer;
import onair.common.event.Outbox;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Resources;
import onair.common.reconcile.Wakes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The origins all channels share, each with its reconciler; the edges are beans. */
@Configuration(proxyBeanMethods = false)
public class OriginConfiguration {

  @Bean
  Tools originTools(
      Resources resources,
      JdbcClient jdbc,
      Outbox outbox,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new Tools(resources, jdbc, outbox, transactions, clock);
  }

  @Bean
  OriginReconciler packagingGroupReconciler(
      PackagingGroup group,
      ExternalResource<PackagingGroup, ObservedGroup> packageGroups,
      Tools tools) {
    return Origins.packagingGroup(group, packageGroups, tools);
  }

  @Bean
  Announcer packagingGroupAnnouncer(OriginReconciler packagingGroupReconciler, Wakes wakes) {
    return packagingGroupReconciler.announcer(wakes);
  }

  @Bean
  OriginReconciler liveBucketReconciler(
      SharedStore liveBucket,
      ExternalResource<SharedStore, ObservedStore> liveBuckets,
      ExternalResource<SharedStore, ObservedStorePolicy> liveBucketPolicies,
      Tools tools) {
    return Origins.store(liveBucket, liveBuckets, liveBucketPolicies, tools);
  }

  @Bean
  Announcer liveBucketAnnouncer(OriginReconciler liveBucketReconciler, Wakes wakes) {
    return liveBucketReconciler.announcer(wakes);
  }

  @Bean
  OriginSightings originSightings(JdbcClient jdbc, Wakes wakes, TransactionTemplate transactions) {
    return new OriginSightings(jdbc, wakes, transactions);
  }

  @Bean
  OriginReconciler packageV1Reconciler(Tools tools) {
    return Origins.packageV1(tools);
  }

  @Bean
  Announcer packageV1Announcer(OriginReconciler packageV1Reconciler, Wakes wakes) {
    return packageV1Reconciler.announcer(wakes);
  }

  /** Only where MediaStore can be used; AWS itself has ended it. */
  @Configuration(proxyBeanMethods = false)
  @Conditional(MediaStoreOffered.class)
  static class Container {

    @Bean
    OriginReconciler liveContainerReconciler(
        SharedStore liveContainer,
        ExternalResource<SharedStore, ObservedStore> liveContainers,
        ExternalResource<SharedStore, ObservedStorePolicy> liveContainerPolicies,
        Tools tools) {
      return Origins.store(liveContainer, liveContainers, liveContainerPolicies, tools);
    }

    @Bean
    Announcer liveContainerAnnouncer(OriginReconciler liveContainerReconciler, Wakes wakes) {
      return liveContainerReconciler.announcer(wakes);
    }
  }
}
