package onair.account.organization;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Organizations. */
@Configuration(proxyBeanMethods = false)
public class OrganizationConfiguration {

  @Bean
  OrganizationStore organizationStore(JdbcClient jdbc, JsonMapper json) {
    return new OrganizationStore(jdbc, json);
  }

  @Bean
  OrganizationController organizationController(
      OrganizationStore organizations,
      PlatformTransactionManager transactions,
      InstantSource clock) {
    return new OrganizationController(organizations, new TransactionTemplate(transactions), clock);
  }
}
