package onair.channel.cloudwatch;

import onair.channel.health.EncoderMetrics;
import onair.common.aws.AwsClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/** CloudWatch's edge and its client, which nobody else sees. */
@Configuration(proxyBeanMethods = false)
public class CloudWatchConfiguration {

  @Bean
  CloudWatchClient cloudWatchClient(AwsClients clients) {
    return clients.create(CloudWatchClient.builder());
  }

  @Bean
  EncoderMetrics encoderMetrics(CloudWatchClient client) {
    return new MediaLiveMetrics(client);
  }
}
