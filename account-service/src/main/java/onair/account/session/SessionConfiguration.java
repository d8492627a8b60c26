package onair.account.session;

import java.time.InstantSource;
import onair.account.invitation.Invitations;
import onair.account.member.MemberStore;
import onair.account.member.Passwords;
import onair.account.organization.OrganizationStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Sign-in sessions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SessionProperties.class)
public class SessionConfiguration {

  @Bean
  Sessions sessions(JdbcClient jdbc, SessionProperties properties, InstantSource clock) {
    return new Sessions(jdbc, properties, clock);
  }

  @Bean
  SignInLimit signInLimit(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      SessionProperties properties,
      InstantSource clock) {
    var own = new TransactionTemplate(transactions);
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return new SignInLimit(jdbc, own, properties, clock);
  }

  @Bean
  SessionController sessionController(
      Sessions sessions,
      SignInLimit limit,
      Passwords passwords,
      Invitations invitations,
      MemberStore members,
      OrganizationStore organizations) {
    return new SessionController(sessions, limit, passwords, invitations, members, organizations);
  }

  @Bean
  MemberSessionController memberSessionController(Sessions sessions, MemberStore members) {
    return new MemberSessionController(sessions, members);
  }

  @Bean
  PasswordController passwordController(
      MemberStore members, Passwords passwords, Sessions sessions, SignInLimit limit) {
    return new PasswordController(members, passwords, sessions, limit);
  }
}
