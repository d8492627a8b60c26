package onair.channel.mediastore;

import onair.channel.packaging.ObservedStore;
import onair.channel.packaging.ObservedStorePolicy;
import onair.channel.packaging.SharedStore;
import onair.channel.parts.FolderSpec;
import onair.channel.parts.ObservedFolder;
import onair.common.aws.AwsClients;
import onair.common.aws.AwsProperties;
import onair.common.reconcile.ExternalResource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.mediastore.MediaStoreClient;

/** MediaStore's edges and its clients, which nobody else sees. */
@Configuration(proxyBeanMethods = false)
public class MediaStoreConfiguration {

  @Bean
  MediaStoreClient mediaStoreClient(AwsClients clients) {
    return clients.create(MediaStoreClient.builder());
  }

  @Bean
  ContainerHosts containerHosts(AwsProperties aws) {
    return new ContainerHosts(aws.region());
  }

  @Bean
  ExternalResource<SharedStore, ObservedStore> liveContainers(
      MediaStoreClient client, ContainerHosts hosts, SharedStore liveContainer) {
    return new LiveContainers(client, hosts, liveContainer);
  }

  @Bean
  ExternalResource<SharedStore, ObservedStorePolicy> liveContainerPolicies(
      MediaStoreClient client, SharedStore liveContainer, AwsProperties aws) {
    return new LiveContainerPolicies(client, liveContainer, aws);
  }

  @Bean
  ExternalResource<FolderSpec, ObservedFolder> containerFolders(
      MediaStoreClient client,
      AwsClients clients,
      ContainerHosts hosts,
      SharedStore liveContainer) {
    var data = new ContainerData(client, clients, liveContainer);
    return new ContainerFolders(data, hosts, liveContainer);
  }
}
