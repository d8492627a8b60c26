package onair.account.session;

import java.time.InstantSource;
import onair.account.member.MemberStore;
import onair.account.organization.OrganizationStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sign-in sessions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SessionProperties.class)
public class SessionConfiguration {

  @Bean
  SessionController sessionController(
      JdbcClient jdbc,
      SessionProperties properties,
      InstantSource clock,
      MemberStore members,
      OrganizationStore organizations) {
    return new SessionController(
        new Sessions(jdbc, properties, clock),
        new SignInLimit(jdbc, properties, clock),
        members,
        organizations);
  }
}
