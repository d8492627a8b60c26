package onair.common.outgoing;

import java.net.InetAddress;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives a service its {@link TargetCheck}, for addresses that it does not call itself. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutgoingProperties.class)
public class TargetConfiguration {

  @Bean
  TargetCheck targetCheck(OutgoingProperties properties) {
    return new TargetCheck(properties, InetAddress::getAllByName);
  }
}
