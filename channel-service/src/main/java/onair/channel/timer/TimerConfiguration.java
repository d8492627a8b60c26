package onair.channel.timer;

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

/** How the classes of timers are put together; what they need from outside are beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TimerProperties.class)
public class TimerConfiguration {

  @Bean
  TimerStore timerStore(JdbcClient jdbc) {
    return new TimerStore(jdbc);
  }

  @Bean
  Companions timersOfChannels(TimerStore store, Wakes wakes) {
    return new TimersOfChannels(store, wakes);
  }

  @Bean
  TimerCommands timerCommands(
      ChannelDirectory channels,
      TimerStore store,
      TimerProperties properties,
      Wakes wakes,
      TransactionTemplate transactions) {
    return new TimerCommands(channels, store, properties, wakes, transactions);
  }

  @Bean
  Endings endings(TimerCommands commands) {
    return new Endings(commands);
  }

  @Bean
  TimerController timerController(TimerCommands commands, TimerProperties properties) {
    return new TimerController(commands, properties);
  }

  @Bean
  Reconciler timerReconciler(
      ChannelDirectory channels,
      ChannelSwitch channelSwitch,
      TimerStore store,
      Outbox outbox,
      TimerProperties properties,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new TimerReconciler(
        channels, channelSwitch, store, new TimerEvents(outbox), properties, transactions, clock);
  }
}
