package onair.common.version;

import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets controllers take {@link IfMatch}, and tags by its bytes what has no version. */
@Configuration(proxyBeanMethods = false)
public class VersionConfiguration implements WebMvcConfigurer {

  /** Close to the controllers, after security. */
  private static final int ORDER = 10;

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new IfMatchResolver());
  }

  @Bean
  FilterRegistrationBean<ShallowEtagHeaderFilter> tagsByBytes() {
    var registration = new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
    registration.addUrlPatterns("/v1/*");
    registration.setOrder(ORDER);
    return registration;
  }
}
