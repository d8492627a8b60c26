package onair.channel;

import java.time.InstantSource;
import onair.channel.adbreak.AdBreakConfiguration;
import onair.channel.broadcast.BroadcastConfiguration;
import onair.channel.clip.ClipConfiguration;
import onair.channel.cloudwatch.CloudWatchConfiguration;
import onair.channel.cost.CostConfiguration;
import onair.channel.explain.ExplainConfiguration;
import onair.channel.health.HealthConfiguration;
import onair.channel.inventory.InventoryConfiguration;
import onair.channel.ladder.LadderConfiguration;
import onair.channel.live.LiveConfiguration;
import onair.channel.mediaconnect.MediaConnectConfiguration;
import onair.channel.medialive.MediaLiveConfiguration;
import onair.channel.mediapackage.MediaPackageConfiguration;
import onair.channel.mediapackage.v1.MediaPackageV1Configuration;
import onair.channel.mediastore.MediaStoreConfiguration;
import onair.channel.operation.OperationController;
import onair.channel.operation.OperationStore;
import onair.channel.packaging.OriginConfiguration;
import onair.channel.packaging.PackagingGroup;
import onair.channel.packaging.SharedStore;
import onair.channel.parts.AllowListSpec;
import onair.channel.parts.Encoders;
import onair.channel.parts.EndpointId;
import onair.channel.parts.EndpointSpec;
import onair.channel.parts.Flows;
import onair.channel.parts.FolderSpec;
import onair.channel.parts.InputSpec;
import onair.channel.parts.ObservedAllowList;
import onair.channel.parts.ObservedEndpoint;
import onair.channel.parts.ObservedFolder;
import onair.channel.parts.ObservedInput;
import onair.channel.parts.ObservedPackageChannel;
import onair.channel.parts.ObservedPolicy;
import onair.channel.parts.ObservedSecret;
import onair.channel.parts.PackageChannelId;
import onair.channel.parts.PackageChannelSpec;
import onair.channel.parts.PackageParts;
import onair.channel.parts.PackageV1Parts;
import onair.channel.parts.Parts;
import onair.channel.parts.SecretSpec;
import onair.channel.quota.QuotaConfiguration;
import onair.channel.rate.RateConfiguration;
import onair.channel.s3.S3Configuration;
import onair.channel.schedule.ScheduleConfiguration;
import onair.channel.secretsmanager.SecretsManagerConfiguration;
import onair.channel.servicequotas.ServiceQuotasConfiguration;
import onair.channel.session.SessionConfiguration;
import onair.channel.share.ShareConfiguration;
import onair.channel.simulcast.SimulcastConfiguration;
import onair.channel.thumbnail.ThumbnailConfiguration;
import onair.channel.timer.TimerConfiguration;
import onair.channel.waste.WasteConfiguration;
import onair.common.audit.AuditConfiguration;
import onair.common.aws.AwsConfiguration;
import onair.common.aws.AwsProperties;
import onair.common.aws.DeploymentProperties;
import onair.common.event.EventConfiguration;
import onair.common.idempotency.IdempotencyConfiguration;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.ReconcileConfiguration;
import onair.common.security.ServiceSecurityConfiguration;
import onair.common.web.WebConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

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
  RateConfiguration.class,
  ReconcileConfiguration.class,
  EventConfiguration.class,
  AuditConfiguration.class,
  MediaLiveConfiguration.class,
  MediaPackageConfiguration.class,
  MediaPackageV1Configuration.class,
  MediaConnectConfiguration.class,
  SecretsManagerConfiguration.class,
  S3Configuration.class,
  MediaStoreConfiguration.class,
  OriginConfiguration.class,
  LadderConfiguration.class,
  LiveConfiguration.class,
  CostConfiguration.class,
  QuotaConfiguration.class,
  ServiceQuotasConfiguration.class,
  ShareConfiguration.class,
  SimulcastConfiguration.class,
  SessionConfiguration.class,
  TimerConfiguration.class,
  ClipConfiguration.class,
  ScheduleConfiguration.class,
  AdBreakConfiguration.class,
  ExplainConfiguration.class,
  BroadcastConfiguration.class,
  CloudWatchConfiguration.class,
  HealthConfiguration.class,
  ThumbnailConfiguration.class,
  InventoryConfiguration.class,
  WasteConfiguration.class
})
class ChannelConfiguration {

  @Bean
  InstantSource clock() {
    return InstantSource.system();
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
  SharedStore liveBucket(DeploymentProperties deployment, AwsProperties aws) {
    return SharedStore.bucket(deployment, aws.accountId());
  }

  @Bean
  SharedStore liveContainer(DeploymentProperties deployment) {
    return SharedStore.container(deployment);
  }

  @Bean
  PackageParts packageParts(
      ExternalResource<PackageChannelSpec, ObservedPackageChannel> packageChannels,
      ExternalResource<PackageChannelId, ObservedPolicy> packageChannelPolicies,
      ExternalResource<EndpointSpec, ObservedEndpoint> originEndpoints,
      ExternalResource<EndpointId, ObservedPolicy> originEndpointPolicies) {
    return new PackageParts(
        packageChannels, packageChannelPolicies, originEndpoints, originEndpointPolicies);
  }

  @Bean
  Parts parts(
      PackageParts packaging,
      PackageV1Parts packagingV1,
      ExternalResource<FolderSpec, ObservedFolder> bucketFolders,
      ExternalResource<FolderSpec, ObservedFolder> containerFolders,
      ExternalResource<AllowListSpec, ObservedAllowList> allowLists,
      ExternalResource<SecretSpec, ObservedSecret> secrets,
      Flows flows,
      ExternalResource<InputSpec, ObservedInput> inputs,
      ExternalResource<InputSpec, ObservedInput> backupInputs,
      Encoders encoders) {
    return new Parts(
        packaging,
        packagingV1,
        bucketFolders,
        containerFolders,
        allowLists,
        secrets,
        flows,
        inputs,
        backupInputs,
        encoders);
  }
}
