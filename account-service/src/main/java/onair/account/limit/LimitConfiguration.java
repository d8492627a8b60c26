package onair.account.limit;

import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rate limits. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
public class LimitConfiguration {

  @Bean
  LeaseController leaseController(
      JdbcClient jdbc, LimitProperties properties, InstantSource clock) {
    return new LeaseController(new Buckets(jdbc, clock), properties);
  }
}
