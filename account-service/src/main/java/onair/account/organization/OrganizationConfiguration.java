package onair.account.organization;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Organizations. */
@Configuration(proxyBeanMethods = false)
public class OrganizationConfiguration {

  @Bean
  OrganizationStore organizationStore(JdbcClient jdbc) {
    return new OrganizationStore(jdbc);
  }

  @Bean
  OrganizationController organizationController(OrganizationStore organizations) {
    return new OrganizationController(organizations);
  }
}
