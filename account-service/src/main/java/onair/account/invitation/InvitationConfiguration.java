package onair.account.invitation;

import java.time.InstantSource;
import onair.account.member.MemberStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Invitations. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InvitationProperties.class)
public class InvitationConfiguration {

  @Bean
  InvitationStore invitationStore(JdbcClient jdbc) {
    return new InvitationStore(jdbc);
  }

  @Bean
  Invitations invitations(
      InvitationStore store,
      MemberStore members,
      PlatformTransactionManager transactions,
      InvitationProperties properties,
      InstantSource clock) {
    return new Invitations(
        store, members, new TransactionTemplate(transactions), properties.life(), clock);
  }

  @Bean
  InvitationController invitationController(
      InvitationStore store, Invitations invitations, InstantSource clock) {
    return new InvitationController(store, invitations, clock);
  }
}
