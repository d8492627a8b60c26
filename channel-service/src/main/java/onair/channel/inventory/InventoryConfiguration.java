package onair.channel.inventory;

import java.time.InstantSource;
import onair.channel.parts.Parts;
import onair.common.event.Outbox;
import onair.common.plan.Catalog;
import onair.common.sweep.OrphanNews;
import onair.common.sweep.Orphans;
import onair.common.sweep.SweepConfiguration;
import onair.common.sweep.SweptKinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is listed and swept of channels, and how it is told. */
@Configuration(proxyBeanMethods = false)
@Import(SweepConfiguration.class)
public class InventoryConfiguration {

  @Bean
  SweptKinds sweptKinds(Parts parts) {
    return new SweptKinds(parts.all());
  }

  @Bean
  OrphanNews orphanNews(Outbox outbox, InstantSource clock) {
    return new OrphanEvents(outbox, clock);
  }

  @Bean
  InventoryController inventoryController(JdbcClient jdbc) {
    return new InventoryController(new Items(jdbc));
  }

  @Bean
  OrphanController orphanController(Orphans orphans, Catalog catalog) {
    return new OrphanController(orphans, catalog);
  }
}
