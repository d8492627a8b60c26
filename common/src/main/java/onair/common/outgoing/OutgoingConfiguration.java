package onair.common.outgoing;

import java.net.InetAddress;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives a service its {@link GuardedClient} and {@link TargetCheck}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutgoingProperties.class)
public class OutgoingConfiguration {

  @Bean
  TargetCheck targetCheck(OutgoingProperties properties) {
    return new TargetCheck(properties, InetAddress::getAllByName);
  }

  @Bean
  GuardedClient guardedClient(OutgoingProperties properties, TargetCheck check) {
    return new GuardedClient(properties, check);
  }
}
