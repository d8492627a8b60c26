package onair.common.plan;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes {@code dry_run=true} work for controllers that take a {@link DryRun}. */
@Configuration(proxyBeanMethods = false)
public class PlanConfiguration {

  /** After scopes, and before whoever writes down what was changed: that is undone as well. */
  private static final int ORDER = 5;

  @Bean
  WebMvcConfigurer rehearsals(ObjectProvider<PlatformTransactionManager> transactions) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new DryRunResolver());
      }

      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Rehearsals(transactions)).order(ORDER);
      }
    };
  }

  @Bean
  PlanAnswer planAnswer() {
    return new PlanAnswer();
  }

  @Bean
  Catalog planCatalog() {
    return Catalog.load();
  }
}
