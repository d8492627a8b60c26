package onair.common.web;

import jakarta.validation.Validator;
import java.util.Locale;
import onair.common.openapi.OpenApiConfiguration;
import onair.common.paging.PagingConfiguration;
import onair.common.patch.PatchValueExtractor;
import onair.common.plan.PlanConfiguration;
import onair.common.problem.ProblemConfiguration;
import onair.common.problem.ProblemWriter;
import onair.common.version.VersionConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

/**
 * The HTTP side of a service: snake_case JSON, record bodies told about all their faults at once,
 * request ids, a limit on bodies, pages and problems. Controllers just take {@code @RequestBody
 * SomeRecord}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebProperties.class)
@Import({
  ProblemConfiguration.class,
  PagingConfiguration.class,
  VersionConfiguration.class,
  PlanConfiguration.class,
  OpenApiConfiguration.class
})
public class WebConfiguration {

  @Bean
  JsonMapperBuilderCustomizer jsonStyle() {
    return JsonStyle::apply;
  }

  @Bean
  ValidationConfigurationCustomizer patchConstraints() {
    return configuration -> configuration.addValueExtractor(new PatchValueExtractor());
  }

  /** Sentences for people are in one language, whatever the machine's. */
  @Bean
  LocaleResolver localeResolver() {
    return new FixedLocaleResolver(Locale.ENGLISH);
  }

  @Bean
  WebMvcConfigurer recordBodies(Validator validator) {
    return new WebMvcConfigurer() {
      @Override
      public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.addCustomConverter(new RecordBodyConverter(validator));
      }
    };
  }

  /** Before security, so that its refusals carry the id too. */
  @Bean
  FilterRegistrationBean<RequestIdFilter> requestIdFilter() {
    var registration = new FilterRegistrationBean<>(new RequestIdFilter());
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    return registration;
  }

  @Bean
  FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(
      WebProperties properties, ProblemWriter writer) {
    var registration =
        new FilterRegistrationBean<>(new BodyLimitFilter(properties.maxBody().toBytes(), writer));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
    return registration;
  }
}
