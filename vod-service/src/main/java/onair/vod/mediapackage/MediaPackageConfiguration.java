package onair.vod.mediapackage;

import onair.common.aws.AwsClients;
import onair.common.event.EventListener;
import onair.vod.asset.AssetSignals;
import onair.vod.harvest.Harvests;
import onair.vod.storage.VodBucket;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;

/** The edges to MediaPackage v2. */
@Configuration(proxyBeanMethods = false)
public class MediaPackageConfiguration {

  @Bean
  MediaPackageV2Client mediaPackageClient(AwsClients clients) {
    return clients.create(MediaPackageV2Client.builder());
  }

  @Bean
  Harvests harvests(MediaPackageV2Client client, VodBucket bucket) {
    return packaging -> new HarvestJobs(client, bucket, packaging);
  }

  @Bean
  EventListener harvestEvents(AssetSignals signals) {
    return new HarvestEvents(signals);
  }
}
