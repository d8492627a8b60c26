package onair.channel.mediapackage;

import onair.channel.live.ChannelProperties;
import onair.channel.packaging.ObservedGroup;
import onair.channel.packaging.PackagingGroup;
import onair.channel.parts.EndpointId;
import onair.channel.parts.EndpointSpec;
import onair.channel.parts.ObservedEndpoint;
import onair.channel.parts.ObservedPackageChannel;
import onair.channel.parts.ObservedPolicy;
import onair.channel.parts.PackageChannelId;
import onair.channel.parts.PackageChannelSpec;
import onair.common.aws.AwsClients;
import onair.common.aws.AwsProperties;
import onair.common.reconcile.ExternalResource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;

/** MediaPackage's edges and its client, which nobody else sees. */
@Configuration(proxyBeanMethods = false)
public class MediaPackageConfiguration {

  @Bean
  MediaPackageV2Client mediaPackageClient(AwsClients clients) {
    return clients.create(MediaPackageV2Client.builder());
  }

  @Bean
  PackagePolicies packagePolicies(AwsProperties aws, ChannelProperties channels) {
    return new PackagePolicies(
        aws.region(), aws.accountId(), channels.encoderRoleArn(aws.accountId()));
  }

  @Bean
  ExternalResource<PackagingGroup, ObservedGroup> packageGroups(
      MediaPackageV2Client client, PackagingGroup group) {
    return new PackageGroups(client, group.name());
  }

  @Bean
  ExternalResource<PackageChannelSpec, ObservedPackageChannel> packageChannels(
      MediaPackageV2Client client, PackagingGroup group) {
    return new PackageChannels(client, group.name());
  }

  @Bean
  ExternalResource<PackageChannelId, ObservedPolicy> packageChannelPolicies(
      MediaPackageV2Client client, PackagingGroup group, PackagePolicies policies) {
    return new PackageChannelPolicies(client, group.name(), policies);
  }

  @Bean
  ExternalResource<EndpointSpec, ObservedEndpoint> originEndpoints(
      MediaPackageV2Client client,
      PackagingGroup group,
      AwsProperties aws,
      ChannelProperties channels) {
    return new OriginEndpoints(client, group.name(), channels.keyRoleArn(aws.accountId()));
  }

  @Bean
  ExternalResource<EndpointId, ObservedPolicy> originEndpointPolicies(
      MediaPackageV2Client client, PackagingGroup group, PackagePolicies policies) {
    return new OriginEndpointPolicies(client, group.name(), policies);
  }
}
