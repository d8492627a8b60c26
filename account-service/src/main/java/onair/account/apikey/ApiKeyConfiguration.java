package onair.account.apikey;

import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** API keys. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiKeyProperties.class)
public class ApiKeyConfiguration {

  @Bean
  ApiKeys apiKeys(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      ApiKeyProperties properties,
      InstantSource clock) {
    return new ApiKeys(
        new ApiKeyStore(jdbc),
        new TransactionTemplate(transactions),
        properties.environment(),
        clock);
  }

  @Bean
  ApiKeyController apiKeyController(ApiKeys keys) {
    return new ApiKeyController(keys);
  }

  @Bean
  CredentialController credentialController(ApiKeys keys, ApiKeyProperties properties) {
    return new CredentialController(keys, properties.environment());
  }
}
