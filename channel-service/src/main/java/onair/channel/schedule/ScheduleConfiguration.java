package onair.channel.schedule;

import java.time.InstantSource;
import onair.channel.parts.Companions;
import onair.common.outgoing.TargetCheck;
import onair.common.reconcile.Reconciler;
import onair.common.reconcile.Wakes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Beans of schedules; what they need from outside are beans. */
@Configuration(proxyBeanMethods = false)
public class ScheduleConfiguration {

  @Bean
  ActionStore actionStore(JdbcClient jdbc) {
    return new ActionStore(jdbc);
  }

  @Bean
  Companions actionsOfChannels(ActionStore store, Wakes wakes) {
    return new ActionsOfChannels(store, wakes);
  }

  @Bean
  ActionCommands actionCommands(
      ActionStore store,
      Broadcasts broadcasts,
      TargetCheck targets,
      Wakes wakes,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new ActionCommands(
        store, broadcasts, new DeedRules(targets), wakes, transactions, clock);
  }

  @Bean
  ActionController actionController(
      ActionCommands commands, ActionStore store, Broadcasts broadcasts) {
    return new ActionController(commands, store, broadcasts);
  }

  @Bean
  Reconciler actionReconciler(
      ActionStore store,
      Broadcasts broadcasts,
      EncoderSchedule schedule,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new ActionReconciler(store, broadcasts, schedule, transactions, clock);
  }
}
