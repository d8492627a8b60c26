package onair.channel.s3;

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
import software.amazon.awssdk.services.s3.S3Client;

/** S3's edges and its client, which nobody else sees. */
@Configuration(proxyBeanMethods = false)
public class S3Configuration {

  /** A host per bucket can only be resolved where AWS's names are. */
  @Bean
  S3Client s3Client(AwsClients clients, AwsProperties aws) {
    return clients.create(S3Client.builder().forcePathStyle(aws.endpoint() != null));
  }

  @Bean
  ExternalResource<SharedStore, ObservedStore> liveBuckets(
      S3Client client, AwsProperties aws, SharedStore liveBucket) {
    return new LiveBuckets(client, aws.region(), liveBucket);
  }

  @Bean
  ExternalResource<SharedStore, ObservedStorePolicy> liveBucketPolicies(
      S3Client client, AwsProperties aws, SharedStore liveBucket) {
    return new LiveBucketPolicies(client, liveBucket, aws.accountId());
  }

  @Bean
  ExternalResource<FolderSpec, ObservedFolder> bucketFolders(
      S3Client client, SharedStore liveBucket) {
    return new BucketFolders(client, liveBucket);
  }
}
