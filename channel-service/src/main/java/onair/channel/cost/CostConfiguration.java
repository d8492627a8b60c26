package onair.channel.cost;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Beans of costs. */
@Configuration(proxyBeanMethods = false)
public class CostConfiguration {

  @Bean
  UsageStore usageStore(JdbcClient jdbc) {
    return new UsageStore(jdbc);
  }

  @Bean
  Usage usage(UsageStore usage) {
    return new Usage(usage);
  }

  @Bean
  Meter meter(UsageStore usage) {
    return new Meter(usage);
  }

  @Bean
  CostController costController(UsageStore usage, Prices prices, InstantSource clock) {
    return new CostController(usage, prices, clock);
  }

  @Bean
  UsageController usageController(UsageStore usage, Prices prices, InstantSource clock) {
    return new UsageController(usage, prices, clock);
  }
}
