package onair.ads.decision;

import java.time.InstantSource;
import onair.ads.adbreak.DecisionTally;
import onair.ads.beacon.BeaconAddresses;
import onair.ads.content.ContentStore;
import onair.ads.placement.DecisionAddresses;
import onair.ads.placement.Spots;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Beans of the ad decision server. */
@Configuration(proxyBeanMethods = false)
public class DecisionConfiguration {

  @Bean
  AdServer adServer(Spots spots, JdbcClient jdbc, ContentStore content, InstantSource clock) {
    return new AdServer(spots, new CatalogStore(jdbc, content), clock);
  }

  @Bean
  DecisionController decisionController(
      DecisionAddresses addresses, AdServer server, DecisionTally tally, BeaconAddresses beacons) {
    return new DecisionController(addresses, server, tally, new VastDocument(beacons));
  }
}
