package onair.account.apikey;

import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** API keys. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiKeyProperties.class)
public class ApiKeyConfiguration {

  @Bean
  ApiKeys apiKeys(
      JdbcClient jdbc, JsonMapper json, ApiKeyProperties properties, InstantSource clock) {
    return new ApiKeys(new ApiKeyStore(jdbc, json), properties.environment(), clock);
  }

  @Bean
  ApiKeyController apiKeyController(ApiKeys keys) {
    return new ApiKeyController(keys);
  }

  @Bean
  CredentialController credentialController(ApiKeys keys) {
    return new CredentialController(keys);
  }
}
