package onair.delivery.cloudfront;

import onair.common.aws.AwsClients;
import onair.common.reconcile.ExternalResource;
import onair.delivery.distribution.AccessControl;
import onair.delivery.distribution.Distributions;
import onair.delivery.distribution.ObservedAccessControl;
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
  ExternalResource<AccessControl, ObservedAccessControl> accessControls(
      CloudFrontClient client, AccessControl accessControl) {
    return new OriginAccessControls(client, accessControl.name());
  }
}
