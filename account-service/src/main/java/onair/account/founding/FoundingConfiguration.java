package onair.account.founding;

import java.time.InstantSource;
import onair.account.invitation.Invitations;
import onair.account.organization.OrganizationStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How organizations come to be. */
@Configuration(proxyBeanMethods = false)
public class FoundingConfiguration {

  @Bean
  FoundingController foundingController(
      OrganizationStore organizations,
      Invitations invitations,
      PlatformTransactionManager transactions,
      InstantSource clock) {
    return new FoundingController(
        organizations, invitations, new TransactionTemplate(transactions), clock);
  }
}
