package onair.gateway.limit;

import com.github.benmanes.caffeine.cache.Ticker;
import onair.gateway.door.ClientAddresses;
import onair.gateway.identity.ServiceTokens;
import onair.gateway.route.Service;
import onair.gateway.route.ServiceClients;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that count requests. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
public class LimitConfiguration {

  @Bean
  Limits limits(
      ServiceClients services, ServiceTokens tokens, LimitProperties properties, Ticker ticker) {
    var leases =
        new Leases(
            services.to(Service.ACCOUNT),
            tokens,
            properties.leaseTimeout(),
            services.breaker(Service.ACCOUNT, "permits"));
    return new Limits(leases, properties.pause(), ticker);
  }

  @Bean
  LimitHeaders limitHeaders() {
    return new LimitHeaders();
  }

  @Bean
  AddressLimit addressLimit(Limits limits, ClientAddresses addresses) {
    return new AddressLimit(limits, addresses);
  }

  @Bean
  AddressLimit.OfRoutes addressLimitOfRoutes(AddressLimit limit) {
    return limit.new OfRoutes();
  }

  @Bean
  AddressLimit.OfSessions addressLimitOfSessions(AddressLimit limit) {
    return limit.new OfSessions();
  }

  @Bean
  CallerLimit callerLimit(Limits limits) {
    return new CallerLimit(limits);
  }
}
