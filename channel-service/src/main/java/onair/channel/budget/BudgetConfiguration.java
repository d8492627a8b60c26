package onair.channel.budget;

import java.time.InstantSource;
import onair.channel.cost.Usage;
import onair.channel.parts.Companions;
import onair.common.event.Outbox;
import onair.common.reconcile.Reconciler;
import onair.common.reconcile.Wakes;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How the classes of budgets are put together; what they need from outside are beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BudgetProperties.class)
public class BudgetConfiguration {

  @Bean
  BudgetStore budgetStore(JdbcClient jdbc) {
    return new BudgetStore(jdbc);
  }

  @Bean
  Budgets budgets(BudgetStore store, Usage usage, Spenders spenders, InstantSource clock) {
    return new Budgets(store, usage, spenders, clock);
  }

  @Bean
  Companions budgetsOfChannels(BudgetStore store, Wakes wakes) {
    return new BudgetsOfChannels(store, wakes);
  }

  @Bean
  BudgetCommands budgetCommands(
      BudgetStore store,
      Spenders spenders,
      Wakes wakes,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new BudgetCommands(store, spenders, wakes, transactions, clock);
  }

  @Bean
  BudgetController budgetController(
      BudgetCommands commands,
      BudgetStore store,
      Usage usage,
      BudgetProperties properties,
      InstantSource clock) {
    return new BudgetController(commands, store, usage, properties, clock);
  }

  @Bean
  Reconciler budgetReconciler(
      BudgetStore store,
      Usage usage,
      Spenders spenders,
      OffSwitch offSwitch,
      Outbox outbox,
      BudgetProperties properties,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new BudgetReconciler(
        store,
        usage,
        spenders,
        offSwitch,
        new BudgetEvents(outbox),
        properties,
        transactions,
        clock);
  }
}
