package onair.vod.mediaconvert;

import onair.common.aws.AwsClients;
import onair.common.aws.AwsProperties;
import onair.common.aws.DeploymentProperties;
import onair.common.event.EventListener;
import onair.common.reconcile.ExternalResource;
import onair.vod.asset.AssetSignals;
import onair.vod.storage.VodBucket;
import onair.vod.transcode.ObservedJob;
import onair.vod.transcode.Probes;
import onair.vod.transcode.TranscodeSpec;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.mediaconvert.MediaConvertClient;

/** The edges to MediaConvert. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MediaConvertProperties.class)
public class MediaConvertConfiguration {

  @Bean
  MediaConvertClient mediaConvertClient(AwsClients clients) {
    return clients.create(MediaConvertClient.builder());
  }

  @Bean
  ExternalResource<TranscodeSpec, ObservedJob> transcodeJobs(
      MediaConvertClient client,
      VodBucket bucket,
      MediaConvertProperties properties,
      AwsProperties aws) {
    return new MediaConvertJobs(
        client, bucket, properties.roleArn(aws.accountId()), properties.queue());
  }

  @Bean
  Probes probes(MediaConvertClient client, VodBucket bucket) {
    return new MediaConvertProbes(client, bucket);
  }

  @Bean
  EventListener mediaConvertEvents(AssetSignals signals, DeploymentProperties deployment) {
    return new MediaConvertEvents(signals, deployment.deployment());
  }
}
