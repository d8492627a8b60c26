package onair.ads.placement;

import java.time.InstantSource;
import onair.ads.content.ContentStore;
import onair.common.aws.DeploymentProperties;
import onair.common.event.Announcer;
import onair.common.event.Outbox;
import onair.common.plan.Catalog;
import onair.common.reconcile.Resources;
import onair.common.reconcile.Wakes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Beans of ad configurations. Needs the edge that {@code onair.ads.mediatailor} has. */
@Configuration(proxyBeanMethods = false)
public class PlacementConfiguration {

  @Bean
  PlacementNames placementNames(DeploymentProperties deployment) {
    return new PlacementNames(deployment);
  }

  @Bean
  PlacementStore placementStore(JdbcClient jdbc) {
    return new PlacementStore(jdbc);
  }

  @Bean
  Spots spots(JdbcClient jdbc) {
    return new Spots(jdbc);
  }

  @Bean
  PlacementEvents placementEvents(Outbox outbox, InstantSource clock) {
    return new PlacementEvents(outbox, clock);
  }

  @Bean
  Placements placements(
      PlacementStore store,
      ContentStore content,
      PlacementEvents events,
      Wakes wakes,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new Placements(store, content, events, wakes, transactions, clock);
  }

  @Bean
  PlacementController placementController(
      Placements placements, PlacementStore store, Catalog catalog) {
    return new PlacementController(placements, store, catalog);
  }

  @Bean
  PlacementLedger placementLedger(
      PlacementStore store,
      JdbcClient jdbc,
      PlacementEvents events,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new PlacementLedger(store, new TailorHost(jdbc), events, transactions, clock);
  }

  @Bean
  PlacementReconciler placementReconciler(
      Resources resources,
      PlaybackConfigurations edge,
      PlacementLedger ledger,
      ContentStore content,
      DecisionAddresses addresses,
      PlacementNames names) {
    return new PlacementReconciler(resources, edge, ledger, content, addresses, names);
  }

  @Bean
  Announcer placementAnnouncer(PlacementLedger ledger, TransactionTemplate transactions) {
    return new Announcer(ledger::tellAgain, transactions);
  }
}
