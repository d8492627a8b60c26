package onair.channel.live;

import java.time.Duration;
import java.time.InstantSource;
import onair.channel.clip.ClipConfiguration;
import onair.channel.cost.CostConfiguration;
import onair.channel.ladder.LadderConfiguration;
import onair.channel.operation.OperationStore;
import onair.channel.packaging.OriginSightings;
import onair.channel.packaging.PackagingGroup;
import onair.channel.parts.EncoderSignals;
import onair.channel.parts.Parts;
import onair.channel.session.SessionConfiguration;
import onair.channel.simulcast.SimulcastConfiguration;
import onair.common.aws.AwsConfiguration;
import onair.common.event.EventConfiguration;
import onair.common.plan.Catalog;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.reconcile.ReconcileConfiguration;
import onair.common.reconcile.Reconciler;
import onair.common.reconcile.Wakes;
import onair.test.SettableClock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Live channels over a real database and the real loop, with AWS and time in the test's hands. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  AwsConfiguration.class,
  ReconcileConfiguration.class,
  EventConfiguration.class,
  LadderConfiguration.class,
  LiveConfiguration.class,
  CostConfiguration.class,
  SessionConfiguration.class,
  ClipConfiguration.class,
  SimulcastConfiguration.class
})
class ReconcilerWorld {

  @Bean
  InstantSource clock() {
    return SettableClock.create();
  }

  @Bean
  FakeCloud cloud() {
    return new FakeCloud();
  }

  @Bean
  FakeEncoders encoders(FakeCloud cloud) {
    return new FakeEncoders(cloud);
  }

  @Bean
  FakeFlows flows(FakeCloud cloud) {
    return new FakeFlows(cloud);
  }

  @Bean
  Parts parts(FakeCloud cloud, FakeEncoders encoders, FakeFlows flows) {
    return FakeParts.over(cloud, encoders, flows);
  }

  @Bean
  OriginSightings originSightings(JdbcClient jdbc, Wakes wakes, TransactionTemplate transactions) {
    return new OriginSightings(jdbc, wakes, transactions);
  }

  /** Is woken when a MediaPackage v1 endpoint is seen; what it tells is tested with it. */
  @Bean
  Reconciler packageV1() {
    return new Reconciler() {
      @Override
      public String name() {
        return "mediapackage-v1";
      }

      @Override
      public Outcome reconcile(String owner, Lease lease) {
        return new Outcome.Settled(Duration.ofDays(1));
      }
    };
  }

  @Bean
  FakeCompanions companions() {
    return new FakeCompanions();
  }

  @Bean
  Catalog planCatalog() {
    return Catalog.load();
  }

  @Bean
  PackagingGroup packagingGroup() {
    return new PackagingGroup("onair-test");
  }

  @Bean
  OperationStore operationStore(JdbcClient jdbc) {
    return new OperationStore(jdbc);
  }

  @Bean
  ReconcilerScenario.World world(
      ChannelCommands commands,
      ChannelEdits edits,
      ChannelStore channels,
      OperationStore operations,
      EncoderSignals signals,
      TransactionTemplate transactions,
      JdbcClient jdbc,
      FakeCloud cloud,
      FakeEncoders encoders,
      FakeFlows flows,
      FakeCompanions companions,
      InstantSource clock) {
    return new ReconcilerScenario.World(
        commands,
        edits,
        channels,
        operations,
        signals,
        transactions,
        jdbc,
        cloud,
        encoders,
        flows,
        companions,
        (SettableClock) clock);
  }
}
