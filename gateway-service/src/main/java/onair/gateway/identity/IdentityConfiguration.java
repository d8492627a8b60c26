package onair.gateway.identity;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.InstantSource;
import onair.gateway.door.ClientAddresses;
import onair.gateway.door.Site;
import onair.gateway.route.Service;
import onair.gateway.route.ServiceClients;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** The beans that find out who is asking. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({IdentityProperties.class, IdentityProperties.Signing.class})
public class IdentityConfiguration {

  @Bean
  ServiceTokens serviceTokens(
      IdentityProperties.Signing signing,
      IdentityProperties properties,
      InstantSource clock,
      Ticker ticker) {
    return new ServiceTokens(
        new SigningKey(signing.privateKey(), clock, ticker), properties.tokenLife(), ticker);
  }

  @Bean
  Accounts accounts(ServiceClients services, ServiceTokens tokens, IdentityProperties properties) {
    return new Accounts(
        services.to(Service.ACCOUNT),
        tokens,
        properties,
        services.breaker(Service.ACCOUNT, "identity"),
        services.breaker(Service.ACCOUNT, "sign-in"));
  }

  @Bean
  Identities identities(Accounts accounts, IdentityProperties properties, Ticker ticker) {
    return new Identities(accounts, properties, ticker);
  }

  @Bean
  CrossSiteGuard crossSiteGuard(Site site) {
    return new CrossSiteGuard(site);
  }

  @Bean
  IdentityFilter identityFilter(
      Identities identities,
      ServiceTokens tokens,
      CrossSiteGuard crossSite,
      SessionCookies cookies,
      IdentityProperties properties) {
    return new IdentityFilter(
        identities, tokens, crossSite, cookies, new StreamWatch(identities, properties.knownFor()));
  }

  @Bean
  ServiceRequestHeaders serviceRequestHeaders(ClientAddresses addresses) {
    return new ServiceRequestHeaders(addresses);
  }

  @Bean
  SessionCookies sessionCookies(Site site, InstantSource clock) {
    return new SessionCookies(site, clock);
  }

  @Bean
  RouterFunction<ServerResponse> sessionRoutes(
      Accounts accounts,
      Identities identities,
      CrossSiteGuard crossSite,
      ClientAddresses addresses,
      SessionCookies cookies,
      JsonMapper json) {
    return new SessionRoutes(accounts, identities, crossSite, addresses, cookies, json)
        .routes()
        .and(new OidcRoutes(accounts, crossSite, addresses, cookies, json).routes());
  }
}
