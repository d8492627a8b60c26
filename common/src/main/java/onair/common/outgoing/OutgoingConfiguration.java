package onair.common.outgoing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Gives a service its {@link GuardedClient} and {@link TargetCheck}. */
@Configuration(proxyBeanMethods = false)
@Import(TargetConfiguration.class)
public class OutgoingConfiguration {

  @Bean
  GuardedClient guardedClient(OutgoingProperties properties, TargetCheck check) {
    return new GuardedClient(properties, check);
  }
}
