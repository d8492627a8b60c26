package onair.common.idempotency;

import java.time.InstantSource;
import java.util.List;
import onair.common.problem.ProblemTranslator;
import onair.common.problem.ProblemWriter;
import onair.common.tenancy.TenancyConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Makes {@link Idempotent} work. Needs the migrations of {@code classpath:db/common}. */
@Configuration(proxyBeanMethods = false)
@Import(TenancyConfiguration.class)
public class IdempotencyConfiguration {

  /** After security, which says whose key it is. */
  private static final int ORDER = 0;

  private static final int AFTER_SCOPES = 1;

  @Bean
  FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> handlers,
      PlatformTransactionManager transactions,
      JdbcClient jdbc,
      ObjectProvider<InstantSource> clock,
      ProblemTranslator translator,
      ProblemWriter writer) {
    var replies = new ReplyStore(jdbc, clock.getIfAvailable(InstantSource::system));
    var filter =
        new IdempotencyFilter(
            new IdempotentHandlers(handlers::getObject),
            new OneTransaction(transactions, replies),
            translator,
            writer);
    var registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(ORDER);
    return registration;
  }

  @Bean
  WebMvcConfigurer idempotentMethods() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new LateTransactionResolver());
      }

      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RequiredKey()).order(AFTER_SCOPES);
      }
    };
  }
}
