package onair.ads.campaign;

import java.time.InstantSource;
import onair.ads.creative.CreativeStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Beans of campaigns. */
@Configuration(proxyBeanMethods = false)
public class CampaignConfiguration {

  @Bean
  CampaignStore campaignStore(JdbcClient jdbc) {
    return new CampaignStore(jdbc);
  }

  @Bean
  Campaigns campaigns(
      CampaignStore store,
      CreativeStore creatives,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new Campaigns(store, creatives, transactions, clock);
  }

  @Bean
  CampaignController campaignController(
      Campaigns campaigns, CampaignStore store, InstantSource clock) {
    return new CampaignController(campaigns, store, clock);
  }
}
