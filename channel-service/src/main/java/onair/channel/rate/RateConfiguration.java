package onair.channel.rate;

import java.time.InstantSource;
import onair.common.aws.AwsProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Puts the limits before every client of AWS. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RateProperties.class)
public class RateConfiguration {

  @Bean
  @ConditionalOnProperty(name = "onair.channel.rates.limit", matchIfMissing = true)
  ExecutionInterceptor callRates(
      RateProperties properties,
      AwsProperties aws,
      JdbcClient jdbc,
      PlatformTransactionManager transactions) {
    return new CallRates(properties, new Buckets(jdbc, transactions, InstantSource.system()), aws);
  }
}
