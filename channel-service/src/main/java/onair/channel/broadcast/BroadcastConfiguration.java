package onair.channel.broadcast;

import java.time.InstantSource;
import onair.channel.live.ChannelDirectory;
import onair.channel.live.ChannelSwitch;
import onair.channel.parts.Companions;
import onair.common.event.Outbox;
import onair.common.reconcile.Reconciler;
import onair.common.reconcile.Wakes;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Beans of planned broadcasts; what they need from outside are beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BroadcastProperties.class)
public class BroadcastConfiguration {

  @Bean
  BroadcastStore broadcastStore(JdbcClient jdbc) {
    return new BroadcastStore(jdbc);
  }

  @Bean
  Companions broadcastsOfChannels(
      BroadcastStore store, Outbox outbox, Wakes wakes, InstantSource clock) {
    return new BroadcastsOfChannels(store, new BroadcastEvents(outbox), wakes, clock);
  }

  @Bean
  BroadcastCommands broadcastCommands(
      ChannelDirectory channels,
      ChannelSwitch channelSwitch,
      BroadcastStore store,
      Outbox outbox,
      Wakes wakes,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new BroadcastCommands(
        channels, channelSwitch, store, new BroadcastEvents(outbox), wakes, transactions, clock);
  }

  @Bean
  BroadcastController broadcastController(
      BroadcastCommands commands, BroadcastStore store, ChannelDirectory channels) {
    return new BroadcastController(commands, store, channels);
  }

  @Bean
  Reconciler broadcastReconciler(
      ChannelDirectory channels,
      ChannelSwitch channelSwitch,
      BroadcastStore store,
      Outbox outbox,
      BroadcastProperties properties,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new BroadcastReconciler(
        channels,
        channelSwitch,
        store,
        new BroadcastEvents(outbox),
        properties,
        transactions,
        clock);
  }
}
