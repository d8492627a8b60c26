package onair.channel.mediapackage.v1;

import onair.channel.mediapackage.v1.PackageV1Endpoints.Form;
import onair.channel.parts.PackageV1Parts;
import onair.common.aws.AwsClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.mediapackage.MediaPackageClient;

/** MediaPackage v1's edges and its client, which nobody else sees. */
@Configuration(proxyBeanMethods = false)
public class MediaPackageV1Configuration {

  @Bean
  MediaPackageClient mediaPackageV1Client(AwsClients clients) {
    return clients.create(MediaPackageClient.builder());
  }

  @Bean
  PackageV1Parts packageV1Parts(MediaPackageClient client) {
    return new PackageV1Parts(
        new PackageV1Channels(client),
        new PackageV1Endpoints(client, Form.HLS),
        new PackageV1Endpoints(client, Form.DASH));
  }
}
