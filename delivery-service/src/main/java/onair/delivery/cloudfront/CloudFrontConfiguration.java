package onair.delivery.cloudfront;

import onair.common.aws.AwsClients;
import onair.common.aws.DeploymentProperties;
import onair.delivery.distribution.AccessControls;
import onair.delivery.distribution.CachePolicies;
import onair.delivery.distribution.CachePolicy;
import onair.delivery.distribution.Distributions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;

/** The edges to CloudFront. */
@Configuration(proxyBeanMethods = false)
public class CloudFrontConfiguration {

  @Bean
  CloudFrontClient cloudFrontClient(AwsClients clients) {
    return clients.create(CloudFrontClient.builder());
  }

  @Bean
  Distributions distributions(CloudFrontClient client) {
    return new CloudFrontDistributions(client);
  }

  @Bean
  AccessControls accessControls(CloudFrontClient client) {
    return accessControl -> new OriginAccessControls(client, accessControl);
  }

  @Bean
  CachePolicies cachePolicies(CloudFrontClient client, DeploymentProperties deployment) {
    return new ManifestCachePolicies(client, CachePolicy.manifests(deployment.deployment()));
  }
}
