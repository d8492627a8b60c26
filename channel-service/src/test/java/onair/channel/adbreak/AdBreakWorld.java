package onair.channel.adbreak;

import onair.common.aws.AwsConfiguration;
import onair.common.event.EventConfiguration;
import onair.common.reconcile.ReconcileConfiguration;
import onair.test.SettableClock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Ad breaks alone. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  AwsConfiguration.class,
  ReconcileConfiguration.class,
  EventConfiguration.class,
  AdBreakConfiguration.class
})
class AdBreakWorld {

  @Bean
  SettableClock clock() {
    return SettableClock.create();
  }

  @Bean
  FakeSplices splices() {
    return new FakeSplices();
  }

  @Bean
  FakeBroadcasts broadcasts() {
    return new FakeBroadcasts();
  }
}
