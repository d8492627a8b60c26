package onair.vod.asset;

import java.time.InstantSource;
import onair.common.aws.AwsConfiguration;
import onair.common.event.EventConfiguration;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.ReconcileConfiguration;
import onair.test.SettableClock;
import onair.vod.caption.CaptionConfiguration;
import onair.vod.delivery.ViewerAddresses;
import onair.vod.harvest.HarvestSpec;
import onair.vod.harvest.Harvests;
import onair.vod.harvest.ObservedHarvest;
import onair.vod.harvest.Packaging;
import onair.vod.transcode.ObservedJob;
import onair.vod.transcode.Probes;
import onair.vod.transcode.TranscodeSpec;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Assets over a real database and the real loop, with AWS and time in the test's hands. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  AwsConfiguration.class,
  ReconcileConfiguration.class,
  EventConfiguration.class,
  AssetConfiguration.class,
  CaptionConfiguration.class
})
class AssetWorld {

  /** What a probe answers; a test sets it. */
  static final class Probe implements Probes {
    private volatile Probed answer = new Probed.NoMedia("nothing");

    void answers(Probed now) {
      answer = now;
    }

    @Override
    public Probed probe(String key) {
      return answer;
    }
  }

  @Bean
  InstantSource clock() {
    return SettableClock.create();
  }

  @Bean
  FakeWork<TranscodeSpec, ObservedJob> jobs(InstantSource clock) {
    return new FakeWork<>(
        "mediaconvert-job", new ObservedJob(ObservedJob.State.SUBMITTED, null, 0, null), clock);
  }

  /** Not a bean of its own kind: only one edge of each kind is looked for. */
  static final class FakeHarvests implements Harvests {
    private final FakeWork<HarvestSpec, ObservedHarvest> work;

    FakeHarvests(InstantSource clock) {
      this.work =
          new FakeWork<>(
              Harvests.KIND, new ObservedHarvest(ObservedHarvest.State.QUEUED, null), clock);
    }

    FakeWork<HarvestSpec, ObservedHarvest> work() {
      return work;
    }

    @Override
    public ExternalResource<HarvestSpec, ObservedHarvest> of(Packaging packaging) {
      return work;
    }
  }

  @Bean
  FakeHarvests harvests(InstantSource clock) {
    return new FakeHarvests(clock);
  }

  @Bean
  FakeObjects objects() {
    return new FakeObjects();
  }

  @Bean
  Probe probe() {
    return new Probe();
  }

  @Bean
  ViewerAddresses addresses(JdbcClient jdbc) {
    return new ViewerAddresses(jdbc);
  }

  /** Everything a test has in its hands. */
  record Hands(
      AssetCommands commands,
      AssetStore assets,
      AssetSignals signals,
      FakeWork<TranscodeSpec, ObservedJob> jobs,
      FakeWork<HarvestSpec, ObservedHarvest> harvests,
      FakeObjects objects,
      Probe probe,
      SettableClock clock) {}

  @Bean
  Hands hands(
      AssetCommands commands,
      AssetStore assets,
      AssetSignals signals,
      FakeWork<TranscodeSpec, ObservedJob> jobs,
      FakeHarvests harvests,
      FakeObjects objects,
      Probe probe,
      InstantSource clock) {
    return new Hands(
        commands, assets, signals, jobs, harvests.work(), objects, probe, (SettableClock) clock);
  }
}
