package onair.channel.medialive;

import java.time.InstantSource;
import onair.channel.adbreak.SpliceInserts;
import onair.channel.live.ChannelProperties;
import onair.channel.parts.AllowListSpec;
import onair.channel.parts.EncoderPictures;
import onair.channel.parts.EncoderSignals;
import onair.channel.parts.InputSpec;
import onair.channel.parts.ObservedAllowList;
import onair.channel.parts.ObservedInput;
import onair.channel.quota.AccountUse;
import onair.channel.schedule.EncoderSchedule;
import onair.common.aws.AwsClients;
import onair.common.aws.AwsProperties;
import onair.common.event.EventListener;
import onair.common.reconcile.ExternalResource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.medialive.MediaLiveClient;

/** MediaLive's edges and its client, which nobody else sees. */
@Configuration(proxyBeanMethods = false)
public class MediaLiveConfiguration {

  @Bean
  MediaLiveClient mediaLiveClient(AwsClients clients) {
    return clients.create(MediaLiveClient.builder());
  }

  @Bean
  ExternalResource<AllowListSpec, ObservedAllowList> allowLists(MediaLiveClient client) {
    return new MediaLiveInputSecurityGroups(client);
  }

  @Bean
  ExternalResource<InputSpec, ObservedInput> inputs(
      MediaLiveClient client, AwsProperties aws, ChannelProperties channels) {
    return new MediaLiveInputs(
        client, channels.encoderRoleArn(aws.accountId()), MediaLiveInputs.MAIN);
  }

  @Bean
  ExternalResource<InputSpec, ObservedInput> backupInputs(
      MediaLiveClient client, AwsProperties aws, ChannelProperties channels) {
    return new MediaLiveInputs(
        client, channels.encoderRoleArn(aws.accountId()), MediaLiveInputs.BACKUP);
  }

  @Bean
  MediaLiveChannels encoders(
      MediaLiveClient client, AwsProperties aws, ChannelProperties channels, InstantSource clock) {
    return new MediaLiveChannels(
        client, channels.encoderRoleArn(aws.accountId()), channels.watch().listingAge(), clock);
  }

  @Bean
  AccountUse mediaLiveUse(MediaLiveClient client) {
    return new MediaLiveUse(client);
  }

  @Bean
  EncoderPictures encoderPictures(MediaLiveClient client) {
    return new MediaLiveThumbnails(client);
  }

  @Bean
  SpliceInserts spliceInserts(MediaLiveClient client) {
    return new MediaLiveSpliceInserts(new ScheduleActions(client));
  }

  @Bean
  EncoderSchedule encoderSchedule(MediaLiveClient client) {
    return new MediaLiveSchedule(new ScheduleActions(client));
  }

  @Bean
  EventListener mediaLiveEvents(MediaLiveChannels channels, EncoderSignals signals) {
    return new MediaLiveEvents(channels, signals);
  }
}
