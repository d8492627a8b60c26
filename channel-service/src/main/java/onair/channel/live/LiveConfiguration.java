package onair.channel.live;

import java.time.InstantSource;
import onair.channel.ladder.Ladders;
import onair.channel.operation.OperationStore;
import onair.channel.packaging.PackagingGroup;
import onair.channel.parts.EncoderSignals;
import onair.channel.parts.Parts;
import onair.common.event.Outbox;
import onair.common.reconcile.Reconciler;
import onair.common.reconcile.Resources;
import onair.common.reconcile.Wakes;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How the classes of live channels are put together; what they need from outside are beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChannelProperties.class)
public class LiveConfiguration {

  @Bean
  ChannelStore channelStore(JdbcClient jdbc, ChannelProperties properties) {
    return new ChannelStore(jdbc, new StreamKeys(properties.secretKeyBytes()));
  }

  @Bean
  ChannelEvents channelEvents(Outbox outbox) {
    return new ChannelEvents(outbox);
  }

  @Bean
  ChannelCommands channelCommands(
      ChannelStore channels,
      OperationStore operations,
      Parts parts,
      ChannelEvents events,
      Wakes wakes,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new ChannelCommands(
        channels,
        operations,
        new ChannelOperations(Assembly.kinds(parts)),
        events,
        wakes,
        transactions,
        clock);
  }

  @Bean
  ChannelController channelController(
      ChannelCommands commands, ChannelStore channels, ChannelProperties properties) {
    return new ChannelController(commands, channels, properties);
  }

  @Bean
  Upkeep upkeep(
      Resources resources,
      Parts parts,
      Ladders ladders,
      PackagingGroup group,
      ChannelProperties properties,
      InstantSource clock) {
    return new Upkeep(
        resources,
        new Assembly(parts, ladders, group, properties),
        parts.encoders(),
        properties,
        clock);
  }

  @Bean
  Ledger ledger(
      ChannelStore channels,
      OperationStore operations,
      ChannelEvents events,
      ChannelProperties properties,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new Ledger(channels, operations, events, properties, transactions, clock);
  }

  @Bean
  Reconciler channelReconciler(Ledger ledger, Upkeep upkeep, Resources resources) {
    return new ChannelReconciler(ledger, upkeep, resources);
  }

  @Bean
  EncoderSignals channelSignals(ChannelStore channels, Wakes wakes) {
    return new ChannelSignals(channels, wakes);
  }
}
