package onair.channel.mediapackage.v1;

import java.util.Map;
import java.util.stream.Collectors;
import onair.channel.mediapackage.v1.PackageV1Endpoints.Form;
import onair.channel.parts.PackageV1Parts;
import onair.channel.quota.AccountUse;
import onair.channel.quota.Quota;
import onair.common.aws.AwsClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.mediapackage.MediaPackageClient;
import software.amazon.awssdk.services.mediapackage.model.Channel;

/** MediaPackage v1's edges and its client, which nobody else sees. */
@Configuration(proxyBeanMethods = false)
public class MediaPackageV1Configuration {

  @Bean
  MediaPackageClient mediaPackageV1Client(AwsClients clients) {
    return clients.create(MediaPackageClient.builder());
  }

  @Bean
  AccountUse mediaPackageV1Use(MediaPackageClient client) {
    return () ->
        Map.of(
            Quota.PACKAGE_V1_CHANNELS,
            client.listChannelsPaginator(request -> {}).channels().stream()
                .map(Channel::id)
                .collect(Collectors.toSet()));
  }

  @Bean
  PackageV1Parts packageV1Parts(MediaPackageClient client) {
    return new PackageV1Parts(
        new PackageV1Channels(client),
        new PackageV1Endpoints(client, Form.HLS),
        new PackageV1Endpoints(client, Form.DASH));
  }
}
