package onair.ads.beacon;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Beans of beacons. */
@Configuration(proxyBeanMethods = false)
public class BeaconConfiguration {

  @Bean
  BeaconController beaconController(
      BeaconAddresses addresses, JdbcClient jdbc, InstantSource clock) {
    return new BeaconController(addresses, new BeaconStore(jdbc), clock);
  }
}
