package onair.gateway;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.InstantSource;
import onair.gateway.dashboard.DashboardConfiguration;
import onair.gateway.docs.DocsConfiguration;
import onair.gateway.door.DoorConfiguration;
import onair.gateway.identity.IdentityConfiguration;
import onair.gateway.limit.LimitConfiguration;
import onair.gateway.route.RouteConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything the gateway is made of. */
@Configuration(proxyBeanMethods = false)
@Import({
  DoorConfiguration.class,
  IdentityConfiguration.class,
  LimitConfiguration.class,
  RouteConfiguration.class,
  DocsConfiguration.class,
  DashboardConfiguration.class
})
class GatewayConfiguration {

  @Bean
  @ConditionalOnMissingBean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  @ConditionalOnMissingBean
  Ticker ticker() {
    return Ticker.systemTicker();
  }
}
