package onair.common.openapi;

import io.swagger.v3.core.jackson.ModelResolver;
import onair.common.idempotency.LateTransaction;
import onair.common.paging.MetadataFilter;
import onair.common.paging.PageRequest;
import onair.common.plan.DryRun;
import onair.common.security.Caller;
import onair.common.version.IfMatch;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * Makes {@code /v3/api-docs} say what is true of all our operations. Does nothing where springdoc
 * is not there.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnClass(name = "org.springdoc.core.customizers.GlobalOpenApiCustomizer")
public class OpenApiConfiguration {

  static {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(
            Caller.class,
            PageRequest.class,
            MetadataFilter.class,
            DryRun.class,
            IfMatch.class,
            LateTransaction.class);
  }

  @Bean
  ModelResolver recordModels(ObjectMapperProvider json) {
    return new RecordModels(json.jsonMapper(), json.isOpenapi31());
  }

  @Bean
  GlobalOperationCustomizer operationHabits() {
    return new OperationHabits();
  }

  @Bean
  @Order(0)
  GlobalOpenApiCustomizer sharedComponents() {
    return new SharedComponents();
  }

  @Bean
  @Order(1)
  GlobalOpenApiCustomizer failureReplies() {
    return new FailureReplies();
  }

  @Bean
  @Order(2)
  GlobalOpenApiCustomizer schemaDirections() {
    return new SchemaDirections();
  }

  @Bean
  @Order(3)
  GlobalOpenApiCustomizer operationExamples(ObjectMapperProvider json) {
    return new OperationExamples(json.jsonMapper());
  }
}
