package onair.channel.waste;

import java.time.InstantSource;
import onair.channel.live.ChannelSwitch;
import onair.common.plan.Catalog;
import onair.common.reconcile.ReconcileProperties;
import onair.common.sweep.Orphans;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How the classes of waste are put together; what they need from outside are beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WasteProperties.class)
public class WasteConfiguration {

  @Bean
  WasteController wasteController(
      JdbcClient jdbc,
      Orphans orphans,
      Catalog catalog,
      WasteProperties properties,
      ChannelSwitch channelSwitch,
      ReconcileProperties patience,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new WasteController(
        new WasteReport(jdbc, orphans::presentOf, catalog, properties, clock),
        new Reclaims(channelSwitch, orphans, patience, transactions));
  }
}
