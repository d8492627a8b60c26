package onair.common.aws;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Gives a service {@link AwsClients}, {@link AwsProperties} and {@link DeploymentProperties}.
 * Interceptors of the SDK that are beans see every call.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AwsProperties.class, DeploymentProperties.class})
public class AwsConfiguration {

  @Bean
  AwsClients awsClients(
      AwsProperties properties, ObjectProvider<ExecutionInterceptor> interceptors) {
    return new AwsClients(properties, interceptors.orderedStream().toList());
  }

  @Bean
  AwsProblems awsProblems() {
    return new AwsProblems();
  }
}
