package onair.account;

import java.time.InstantSource;
import onair.account.apikey.ApiKeyConfiguration;
import onair.account.audit.AuditLogConfiguration;
import onair.account.bootstrap.BootstrapConfiguration;
import onair.account.event.EventLogConfiguration;
import onair.account.founding.FoundingConfiguration;
import onair.account.invitation.InvitationConfiguration;
import onair.account.limit.LimitConfiguration;
import onair.account.member.MemberConfiguration;
import onair.account.oidc.OidcConfiguration;
import onair.account.organization.OrganizationConfiguration;
import onair.account.session.SessionConfiguration;
import onair.account.webhook.WebhookConfiguration;
import onair.common.audit.AuditConfiguration;
import onair.common.aws.AwsConfiguration;
import onair.common.event.EventConfiguration;
import onair.common.idempotency.IdempotencyConfiguration;
import onair.common.outgoing.OutgoingConfiguration;
import onair.common.security.ServiceSecurityConfiguration;
import onair.common.web.WebConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything the service is made of. */
@Configuration(proxyBeanMethods = false)
@Import({
  WebConfiguration.class,
  ServiceSecurityConfiguration.class,
  AwsConfiguration.class,
  EventConfiguration.class,
  AuditConfiguration.class,
  IdempotencyConfiguration.class,
  OutgoingConfiguration.class,
  OrganizationConfiguration.class,
  MemberConfiguration.class,
  InvitationConfiguration.class,
  FoundingConfiguration.class,
  ApiKeyConfiguration.class,
  SessionConfiguration.class,
  OidcConfiguration.class,
  LimitConfiguration.class,
  AuditLogConfiguration.class,
  EventLogConfiguration.class,
  WebhookConfiguration.class,
  BootstrapConfiguration.class
})
class AccountConfiguration {

  @Bean
  @ConditionalOnMissingBean
  InstantSource clock() {
    return InstantSource.system();
  }
}
