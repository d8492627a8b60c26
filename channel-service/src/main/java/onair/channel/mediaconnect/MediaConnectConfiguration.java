package onair.channel.mediaconnect;

import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import onair.channel.live.ChannelProperties;
import onair.channel.parts.Entitlements;
import onair.channel.parts.FlowOutputs;
import onair.channel.parts.Flows;
import onair.channel.quota.AccountUse;
import onair.channel.quota.Quota;
import onair.common.aws.AwsClients;
import onair.common.aws.AwsProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.mediaconnect.MediaConnectClient;
import software.amazon.awssdk.services.mediaconnect.model.ListedFlow;

/** MediaConnect's edges and its client, which nobody else sees. */
@Configuration(proxyBeanMethods = false)
public class MediaConnectConfiguration {

  @Bean
  MediaConnectClient mediaConnectClient(AwsClients clients) {
    return clients.create(MediaConnectClient.builder());
  }

  @Bean
  FlowShapes flowShapes(AwsProperties aws, ChannelProperties channels) {
    return new FlowShapes(channels.flowRoleArn(aws.accountId()));
  }

  @Bean
  Flows flows(
      MediaConnectClient client,
      FlowShapes shapes,
      ChannelProperties channels,
      InstantSource clock) {
    return new MediaConnectFlows(client, shapes, channels.watch().listingAge(), clock);
  }

  @Bean
  AccountUse mediaConnectUse(MediaConnectClient client) {
    return () ->
        Map.of(
            Quota.FLOWS,
            client.listFlowsPaginator(request -> {}).flows().stream()
                .map(ListedFlow::flowArn)
                .collect(Collectors.toSet()));
  }

  @Bean
  FlowOutputs flowOutputs(MediaConnectClient client, FlowShapes shapes) {
    return flowArn -> new MediaConnectOutputs(client, shapes, flowArn);
  }

  @Bean
  Entitlements entitlements(MediaConnectClient client, FlowShapes shapes) {
    return flowArn -> new MediaConnectEntitlements(client, shapes, flowArn);
  }
}
