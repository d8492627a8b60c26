package onair.channel.secretsmanager;

import onair.channel.parts.ObservedSecret;
import onair.channel.parts.SecretSpec;
import onair.common.aws.AwsClients;
import onair.common.reconcile.ExternalResource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Secrets Manager's edge and its client, which nobody else sees. */
@Configuration(proxyBeanMethods = false)
public class SecretsManagerConfiguration {

  @Bean
  SecretsManagerClient secretsManagerClient(AwsClients clients) {
    return clients.create(SecretsManagerClient.builder());
  }

  @Bean
  ExternalResource<SecretSpec, ObservedSecret> passphraseSecrets(SecretsManagerClient client) {
    return new PassphraseSecrets(client);
  }
}
