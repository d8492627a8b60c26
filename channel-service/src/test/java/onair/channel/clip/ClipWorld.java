package onair.channel.clip;

import java.time.Duration;
import onair.channel.session.SessionConfiguration;
import onair.common.aws.AwsConfiguration;
import onair.common.event.EventConfiguration;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.reconcile.ReconcileConfiguration;
import onair.common.reconcile.Reconciler;
import onair.test.SettableClock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Clips and sessions alone. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  AwsConfiguration.class,
  ReconcileConfiguration.class,
  EventConfiguration.class,
  SessionConfiguration.class,
  ClipConfiguration.class
})
class ClipWorld {

  @Bean
  SettableClock clock() {
    return SettableClock.create();
  }

  @Bean
  FakeSources sources() {
    return new FakeSources();
  }

  /** Is woken when a clip has ended; what that does for a channel is tested with channels. */
  @Bean
  Reconciler channels() {
    return new Reconciler() {
      @Override
      public String name() {
        return "channel";
      }

      @Override
      public Outcome reconcile(String owner, Lease lease) {
        return new Outcome.Settled(Duration.ofDays(1));
      }
    };
  }
}
