package onair.channel.drift;

import java.time.InstantSource;
import onair.common.event.Outbox;
import onair.common.reconcile.Resources;
import onair.common.reconcile.Wakes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How the classes of drift are put together; what they need from outside are beans. */
@Configuration(proxyBeanMethods = false)
public class DriftConfiguration {

  /** Name of the reconciler whose owners' resources are compared. */
  private static final String CHANNELS = "channel";

  @Bean
  DriftStore driftStore(JdbcClient jdbc) {
    return new DriftStore(jdbc);
  }

  @Bean
  DriftWatch driftWatch(
      Resources resources,
      DriftStore store,
      Outbox outbox,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new DriftWatch(resources, store, new DriftEvents(outbox), transactions, clock);
  }

  @Bean
  DriftController driftController(
      DriftStore store, Wakes wakes, TransactionTemplate transactions, InstantSource clock) {
    return new DriftController(
        store, new DriftCommands(store, CHANNELS, wakes, transactions, clock));
  }
}
