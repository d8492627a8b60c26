package onair.channel.quota;

import java.time.InstantSource;
import java.util.List;
import onair.common.event.Announcer;
import onair.common.reconcile.Reconciler;
import onair.common.reconcile.Wakes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps quotas read from the start of the service on; the edges are beans. */
@Configuration(proxyBeanMethods = false)
public class QuotaConfiguration {

  @Bean
  Reconciler quotaReconciler(
      AccountLimits limits,
      List<AccountUse> uses,
      QuotaReadings readings,
      QuotaProperties properties,
      InstantSource clock) {
    return new QuotaReconciler(limits, uses, readings, properties.readEvery(), clock);
  }

  @Bean
  Announcer quotaReader(Wakes wakes, TransactionTemplate transactions) {
    return new Announcer(
        () -> wakes.wake(QuotaReconciler.NAME, QuotaReconciler.NAME), transactions);
  }
}
