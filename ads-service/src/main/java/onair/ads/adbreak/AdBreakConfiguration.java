package onair.ads.adbreak;

import java.time.InstantSource;
import onair.common.event.EventLoop;
import onair.common.event.Outbox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Beans of ad breaks. */
@Configuration(proxyBeanMethods = false)
public class AdBreakConfiguration {

  @Bean
  AdBreaks adBreaks(JdbcClient jdbc, Outbox outbox, InstantSource clock) {
    return new AdBreaks(new AdBreakStore(jdbc), new AvailStore(jdbc), outbox, clock);
  }

  @Bean
  DecisionTally decisionTally(
      AdBreaks adBreaks, TransactionTemplate transactions, InstantSource clock) {
    return new DecisionTally(adBreaks, transactions, clock);
  }

  @Bean
  EventLoop sessionRetentionLoop(JdbcClient jdbc, InstantSource clock) {
    var retention = new SessionRetention(new AvailStore(jdbc), clock);
    return new EventLoop("session-retention", retention::round, () -> {});
  }
}
