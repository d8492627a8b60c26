package onair.channel.simulcast;

import java.time.InstantSource;
import onair.channel.live.ChannelDirectory;
import onair.channel.live.ChannelTargets;
import onair.channel.secret.StreamKeys;
import onair.common.event.Outbox;
import onair.common.outgoing.TargetCheck;
import onair.common.plan.Catalog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How the classes of simulcast are put together; what they need from outside are beans. */
@Configuration(proxyBeanMethods = false)
public class SimulcastConfiguration {

  @Bean
  SimulcastTargetStore simulcastTargetStore(JdbcClient jdbc, StreamKeys keys) {
    return new SimulcastTargetStore(jdbc, keys);
  }

  @Bean
  SimulcastTargets simulcastTargets(
      SimulcastTargetStore targets, Outbox outbox, InstantSource clock) {
    return new SimulcastTargets(targets, new SimulcastTargetEvents(outbox), clock);
  }

  @Bean
  SimulcastTargetCommands simulcastTargetCommands(
      ChannelTargets channels,
      SimulcastTargetStore targets,
      TargetCheck addresses,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new SimulcastTargetCommands(channels, targets, addresses, transactions, clock);
  }

  @Bean
  SimulcastTargetController simulcastTargetController(
      SimulcastTargetCommands commands,
      SimulcastTargetStore targets,
      ChannelDirectory channels,
      Catalog catalog) {
    return new SimulcastTargetController(commands, targets, channels, catalog);
  }
}
