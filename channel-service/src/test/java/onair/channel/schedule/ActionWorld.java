package onair.channel.schedule;

import onair.common.aws.AwsConfiguration;
import onair.common.event.EventConfiguration;
import onair.common.outgoing.TargetConfiguration;
import onair.common.reconcile.ReconcileConfiguration;
import onair.test.SettableClock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Schedules alone. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  AwsConfiguration.class,
  ReconcileConfiguration.class,
  EventConfiguration.class,
  TargetConfiguration.class,
  ScheduleConfiguration.class
})
class ActionWorld {

  @Bean
  SettableClock clock() {
    return SettableClock.create();
  }

  @Bean
  FakeSchedule schedule() {
    return new FakeSchedule();
  }

  @Bean
  FakeChannels broadcasts() {
    return new FakeChannels();
  }
}
