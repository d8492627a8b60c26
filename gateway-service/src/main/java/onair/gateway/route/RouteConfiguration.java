package onair.gateway.route;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that reach services. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ServiceProperties.class, BreakerProperties.class})
public class RouteConfiguration {

  @Bean
  RouteLocator routeTable(RouteLocatorBuilder builder, ServiceProperties services) {
    return RouteTable.locator(builder, services);
  }

  @Bean
  ServiceClients serviceClients(ServiceProperties services, CircuitBreakerRegistry breakers) {
    return new ServiceClients(services, breakers);
  }

  @Bean
  ServiceAnswerHeaders serviceAnswerHeaders(ServiceProperties services) {
    return new ServiceAnswerHeaders(services);
  }

  @Bean
  CircuitBreakerRegistry serviceBreakerRegistry(BreakerProperties properties) {
    return ServiceBreakers.registry(properties);
  }

  @Bean
  ServiceBreakers serviceBreakers(CircuitBreakerRegistry breakers) {
    return new ServiceBreakers(breakers);
  }

  @Bean
  ServiceFailures serviceFailures() {
    return new ServiceFailures();
  }
}
