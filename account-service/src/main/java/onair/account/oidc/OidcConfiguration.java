package onair.account.oidc;

import java.time.InstantSource;
import onair.account.invitation.Invitations;
import onair.account.member.MemberStore;
import onair.account.session.Sessions;
import onair.account.session.SignInLimit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Signing in at a provider. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OidcProperties.class)
public class OidcConfiguration {

  @Bean
  OidcController oidcController(
      OidcProperties properties,
      JdbcClient jdbc,
      MemberStore members,
      Invitations invitations,
      Sessions sessions,
      SignInLimit limit,
      PlatformTransactionManager transactions,
      InstantSource clock) {
    var providers = new Providers(properties);
    var signIns =
        new OidcSignIns(
            providers,
            new ProviderClient(properties.timeout()),
            new SignInStore(jdbc),
            new IdentityStore(jdbc, members),
            members,
            invitations,
            new TransactionTemplate(transactions),
            properties.away(),
            clock);
    return new OidcController(providers, signIns, sessions, limit);
  }
}
