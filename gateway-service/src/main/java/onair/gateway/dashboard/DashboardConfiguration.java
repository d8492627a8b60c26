package onair.gateway.dashboard;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The bean that serves the dashboard, after everybody else had a look at the request. */
@Configuration(proxyBeanMethods = false)
public class DashboardConfiguration {

  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  RouterFunction<ServerResponse> dashboardRoutes() {
    return new DashboardRoutes().routes();
  }
}
