package onair.channel;

import java.time.InstantSource;
import onair.channel.ladder.LadderController;
import onair.channel.ladder.Ladders;
import onair.channel.live.LiveConfiguration;
import onair.channel.medialive.MediaLiveConfiguration;
import onair.channel.mediapackage.MediaPackageConfiguration;
import onair.channel.operation.OperationController;
import onair.channel.operation.OperationStore;
import onair.channel.packaging.ObservedGroup;
import onair.channel.packaging.PackagingGroup;
import onair.channel.packaging.PackagingReconciler;
import onair.channel.parts.AllowListSpec;
import onair.channel.parts.Encoders;
import onair.channel.parts.EndpointId;
import onair.channel.parts.EndpointSpec;
import onair.channel.parts.InputSpec;
import onair.channel.parts.ObservedAllowList;
import onair.channel.parts.ObservedEndpoint;
import onair.channel.parts.ObservedInput;
import onair.channel.parts.ObservedPackageChannel;
import onair.channel.parts.ObservedPolicy;
import onair.channel.parts.PackageChannelId;
import onair.channel.parts.PackageChannelSpec;
import onair.channel.parts.Parts;
import onair.common.aws.AwsConfiguration;
import onair.common.aws.DeploymentProperties;
import onair.common.event.EventConfiguration;
import onair.common.event.EventListener;
import onair.common.event.Outbox;
import onair.common.idempotency.IdempotencyConfiguration;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.ReconcileConfiguration;
import onair.common.reconcile.Resources;
import onair.common.reconcile.Wakes;
import onair.common.security.ServiceSecurityConfiguration;
import onair.common.web.WebConfiguration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The channel service's parts and how they are put together: what all services share, the AWS
 * edges, the features.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  WebConfiguration.class,
  ServiceSecurityConfiguration.class,
  IdempotencyConfiguration.class,
  AwsConfiguration.class,
  ReconcileConfiguration.class,
  EventConfiguration.class,
  MediaLiveConfiguration.class,
  MediaPackageConfiguration.class,
  LiveConfiguration.class
})
class ChannelConfiguration {

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  Ladders ladders() {
    return Ladders.bundled();
  }

  @Bean
  LadderController ladderController(Ladders ladders) {
    return new LadderController(ladders);
  }

  @Bean
  OperationStore operationStore(JdbcClient jdbc) {
    return new OperationStore(jdbc);
  }

  @Bean
  OperationController operationController(OperationStore operations) {
    return new OperationController(operations);
  }

  @Bean
  PackagingGroup packagingGroup(DeploymentProperties deployment) {
    return PackagingGroup.of(deployment);
  }

  @Bean
  PackagingReconciler packagingReconciler(
      PackagingGroup group,
      ExternalResource<PackagingGroup, ObservedGroup> groups,
      Resources resources,
      JdbcClient jdbc,
      Outbox outbox,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new PackagingReconciler(group, groups, resources, jdbc, outbox, transactions, clock);
  }

  @Bean
  SmartLifecycle packagingAtStart(PackagingReconciler packaging, Wakes wakes) {
    return packaging.atStart(wakes);
  }

  @Bean
  EventListener packagingWhenListened(PackagingReconciler packaging, Wakes wakes) {
    return packaging.whenListened(wakes);
  }

  /** In the order in which they are created. */
  @Bean
  Parts parts(
      ExternalResource<PackageChannelSpec, ObservedPackageChannel> packageChannels,
      ExternalResource<PackageChannelId, ObservedPolicy> packageChannelPolicies,
      ExternalResource<EndpointSpec, ObservedEndpoint> originEndpoints,
      ExternalResource<EndpointId, ObservedPolicy> originEndpointPolicies,
      ExternalResource<AllowListSpec, ObservedAllowList> allowLists,
      ExternalResource<InputSpec, ObservedInput> inputs,
      Encoders encoders) {
    return new Parts(
        packageChannels,
        packageChannelPolicies,
        originEndpoints,
        originEndpointPolicies,
        allowLists,
        inputs,
        encoders);
  }
}
