package onair.common.audit;

import java.time.InstantSource;
import onair.common.event.Outbox;
import onair.common.problem.ProblemTranslator;
import onair.common.problem.ProblemWriter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down every change a service is asked for. Needs {@code
 * onair.common.event.EventConfiguration}, whose outbox takes the entries.
 */
@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {

  /** Inside the transaction of an idempotency key, so that an answer told again is no change. */
  private static final int ORDER = 10;

  @Bean
  FilterRegistrationBean<AuditFilter> auditFilter(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> mapping,
      @Qualifier("requestMappingHandlerAdapter")
          ObjectProvider<RequestMappingHandlerAdapter> adapter,
      JsonMapper json,
      Outbox outbox,
      @Value("${spring.application.name}") String service,
      ObjectProvider<InstantSource> clock,
      PlatformTransactionManager transactions,
      ProblemTranslator translator,
      ProblemWriter writer) {
    var filter =
        new AuditFilter(
            new Views(mapping::getObject, adapter::getObject, json),
            new AuditTrail(outbox, json, service, clock.getIfAvailable(InstantSource::system)),
            transactions,
            translator,
            writer);
    var registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(ORDER);
    return registration;
  }
}
