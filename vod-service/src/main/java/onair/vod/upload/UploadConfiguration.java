package onair.vod.upload;

import java.time.InstantSource;
import onair.common.event.Announcer;
import onair.common.plan.Catalog;
import onair.common.reconcile.ReconcileProperties;
import onair.common.reconcile.Reconciler;
import onair.common.reconcile.Wakes;
import onair.vod.asset.AssetCommands;
import onair.vod.storage.MultipartUploads;
import onair.vod.storage.StoredObjects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How the classes of uploads are put together; what they need from outside are beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UploadProperties.class)
public class UploadConfiguration {

  @Bean
  UploadStore uploadStore(JdbcClient jdbc) {
    return new UploadStore(jdbc);
  }

  @Bean
  UploadCommands uploadCommands(
      UploadStore uploads,
      AssetCommands assets,
      MultipartUploads multipart,
      Wakes wakes,
      TransactionTemplate transactions,
      InstantSource clock,
      UploadProperties properties) {
    return new UploadCommands(uploads, assets, multipart, wakes, transactions, clock, properties);
  }

  @Bean
  UploadController uploadController(
      UploadCommands commands,
      UploadStore uploads,
      MultipartUploads multipart,
      Catalog catalog,
      UploadProperties properties) {
    return new UploadController(
        commands, uploads, new Parts(multipart, properties), new UploadPlans(catalog));
  }

  @Bean
  Reconciler uploadReconciler(
      UploadStore uploads,
      AssetCommands assets,
      MultipartUploads multipart,
      StoredObjects objects,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new UploadReconciler(uploads, assets, multipart, objects, transactions, clock);
  }

  @Bean
  UploadSweeper uploadSweeper(
      UploadStore uploads,
      MultipartUploads multipart,
      ReconcileProperties patience,
      UploadProperties properties,
      InstantSource clock) {
    return new UploadSweeper(uploads, multipart, patience, properties, clock);
  }

  @Bean
  Announcer uploadSweeps(UploadSweeper sweeper, Wakes wakes, TransactionTemplate transactions) {
    return sweeper.atStart(wakes, transactions);
  }
}
