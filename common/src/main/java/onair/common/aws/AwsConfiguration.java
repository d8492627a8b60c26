package onair.common.aws;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives a service {@link AwsClients}, {@link AwsProperties} and {@link DeploymentProperties}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AwsProperties.class, DeploymentProperties.class})
public class AwsConfiguration {

  @Bean
  AwsClients awsClients(AwsProperties properties) {
    return new AwsClients(properties);
  }

  @Bean
  AwsProblems awsProblems() {
    return new AwsProblems();
  }
}
