package onair.channel.servicequotas;

import onair.channel.quota.AccountLimits;
import onair.common.aws.AwsClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;

/** Service Quotas' edge and its client, which nobody else sees. */
@Configuration(proxyBeanMethods = false)
public class ServiceQuotasConfiguration {

  @Bean
  ServiceQuotasClient serviceQuotasClient(AwsClients clients) {
    return clients.create(ServiceQuotasClient.builder());
  }

  @Bean
  AccountLimits accountLimits(ServiceQuotasClient client) {
    return new AppliedLimits(client);
  }
}
