package onair.ads;

import java.time.InstantSource;
import onair.ads.beacon.BeaconAddresses;
import onair.ads.placement.DecisionAddresses;
import onair.ads.signature.Signatures;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the parts of the ads service share: the clock, and the addresses only it can make. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AdsProperties.class)
class AdsConfiguration {

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  Signatures signatures(AdsProperties properties) {
    return new Signatures(properties.secretKeyBytes());
  }

  @Bean
  DecisionAddresses decisionAddresses(AdsProperties properties, Signatures signatures) {
    return new DecisionAddresses(properties.publicAddress(), signatures);
  }

  @Bean
  BeaconAddresses beaconAddresses(AdsProperties properties, Signatures signatures) {
    return new BeaconAddresses(properties.publicAddress(), signatures);
  }
}
