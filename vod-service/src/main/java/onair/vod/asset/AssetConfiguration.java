package onair.vod.asset;

import java.time.InstantSource;
import onair.common.event.Outbox;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Reconciler;
import onair.common.reconcile.Resources;
import onair.common.reconcile.Wakes;
import onair.vod.delivery.ViewerAddresses;
import onair.vod.harvest.Harvests;
import onair.vod.storage.StoredObjects;
import onair.vod.transcode.ObservedJob;
import onair.vod.transcode.Probes;
import onair.vod.transcode.SourceCheck;
import onair.vod.transcode.TranscodeSpec;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How the classes of assets are put together; what they need from outside are beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AssetProperties.class)
public class AssetConfiguration {

  @Bean
  AssetStore assetStore(JdbcClient jdbc) {
    return new AssetStore(jdbc);
  }

  @Bean
  AssetEvents assetEvents(Outbox outbox) {
    return new AssetEvents(outbox);
  }

  @Bean
  AssetCommands assetCommands(
      AssetStore assets,
      AssetEvents events,
      Wakes wakes,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new AssetCommands(assets, events, wakes, transactions, clock);
  }

  @Bean
  AssetController assetController(
      AssetCommands commands, AssetStore assets, ViewerAddresses addresses) {
    return new AssetController(commands, assets, addresses);
  }

  @Bean
  AssetSignals assetSignals(AssetStore assets, Wakes wakes) {
    return new AssetSignals(assets, wakes);
  }

  @Bean
  AssetLedger assetLedger(
      AssetStore assets,
      AssetEvents events,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new AssetLedger(assets, events, transactions, clock);
  }

  @Bean
  Reconciler assetReconciler(
      AssetLedger ledger,
      Resources resources,
      ExternalResource<TranscodeSpec, ObservedJob> jobs,
      Harvests harvests,
      StoredObjects objects,
      Probes probes,
      ReadyWork readyWork,
      AssetProperties properties,
      InstantSource clock) {
    var check = new SourceCheck(properties.longestSide(), properties.longestDuration());
    return new AssetReconciler(
        ledger,
        new Probing(objects, probes, check),
        new Transcoding(resources, jobs, objects, properties),
        new Harvesting(resources, harvests, objects, properties, clock),
        readyWork,
        new Removal(resources, jobs, harvests, objects, properties),
        resources,
        properties);
  }
}
