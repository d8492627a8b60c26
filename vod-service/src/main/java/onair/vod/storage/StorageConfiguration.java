package onair.vod.storage;

import java.time.InstantSource;
import onair.common.aws.AwsProperties;
import onair.common.aws.DeploymentProperties;
import onair.common.event.Announcer;
import onair.common.event.Outbox;
import onair.common.reconcile.Resources;
import onair.common.reconcile.Wakes;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How the classes of the bucket are put together; what they need from outside are beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StorageProperties.class)
public class StorageConfiguration {

  @Bean
  VodBucket vodBucket(
      StorageProperties properties, DeploymentProperties deployment, AwsProperties aws) {
    return properties.bucket(deployment, aws);
  }

  @Bean
  BucketReconciler bucketReconciler(
      VodBucket bucket,
      Buckets buckets,
      Resources resources,
      JdbcClient jdbc,
      Outbox outbox,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new BucketReconciler(bucket, buckets, resources, jdbc, outbox, transactions, clock);
  }

  @Bean
  Announcer bucketAnnouncer(BucketReconciler reconciler, Wakes wakes) {
    return reconciler.announcer(wakes);
  }
}
