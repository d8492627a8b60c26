package onair.channel.adbreak;

import java.time.InstantSource;
import onair.channel.schedule.Broadcasts;
import onair.common.event.Outbox;
import onair.common.reconcile.Reconciler;
import onair.common.reconcile.Wakes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Beans of ad breaks; what they need from outside are beans. */
@Configuration(proxyBeanMethods = false)
public class AdBreakConfiguration {

  @Bean
  AdBreakStore adBreakStore(JdbcClient jdbc) {
    return new AdBreakStore(jdbc);
  }

  @Bean
  AdBreakEvents adBreakEvents(Outbox outbox) {
    return new AdBreakEvents(outbox);
  }

  @Bean
  AdBreakCommands adBreakCommands(
      AdBreakStore store,
      Broadcasts broadcasts,
      AdBreakEvents events,
      Wakes wakes,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new AdBreakCommands(store, broadcasts, events, wakes, transactions, clock);
  }

  @Bean
  AdBreakController adBreakController(
      AdBreakCommands commands, AdBreakStore store, Broadcasts broadcasts) {
    return new AdBreakController(commands, store, broadcasts);
  }

  @Bean
  Reconciler adBreakReconciler(
      AdBreakStore store,
      Broadcasts broadcasts,
      SpliceInserts inserts,
      AdBreakEvents events,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new AdBreakReconciler(store, broadcasts, inserts, events, transactions, clock);
  }

  @Bean
  FillListener fillListener(AdBreakStore store, InstantSource clock) {
    return new FillListener(store, clock);
  }
}
