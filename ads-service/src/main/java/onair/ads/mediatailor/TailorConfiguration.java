package onair.ads.mediatailor;

import onair.ads.placement.PlacementNames;
import onair.ads.placement.PlaybackConfigurations;
import onair.common.aws.AwsClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.mediatailor.MediaTailorClient;

/** The edge to MediaTailor and its client, which nobody else sees. */
@Configuration(proxyBeanMethods = false)
public class TailorConfiguration {

  @Bean
  MediaTailorClient mediaTailorClient(AwsClients clients) {
    return clients.create(MediaTailorClient.builder());
  }

  @Bean
  PlaybackConfigurations playbackConfigurations(MediaTailorClient client, PlacementNames names) {
    return new TailorPlaybackConfigurations(client, names);
  }
}
