package onair.account.bootstrap;

import java.time.InstantSource;
import onair.account.apikey.ApiKeys;
import onair.account.member.MemberStore;
import onair.account.member.Passwords;
import onair.account.organization.OrganizationStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The beginning of an installation. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BootstrapProperties.class)
public class BootstrapConfiguration {

  @Bean
  Bootstrap bootstrap(
      BootstrapProperties properties,
      OrganizationStore organizations,
      MemberStore members,
      Passwords passwords,
      ApiKeys keys,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      InstantSource clock) {
    return new Bootstrap(
        properties,
        organizations,
        members,
        passwords,
        keys,
        jdbc,
        new TransactionTemplate(transactions),
        clock);
  }
}
