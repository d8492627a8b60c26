package onair.ads.creative;

import java.time.InstantSource;
import onair.ads.content.ContentStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Beans of creatives. */
@Configuration(proxyBeanMethods = false)
public class CreativeConfiguration {

  @Bean
  CreativeStore creativeStore(JdbcClient jdbc) {
    return new CreativeStore(jdbc);
  }

  @Bean
  Creatives creatives(
      CreativeStore store,
      ContentStore content,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new Creatives(store, content, transactions, clock);
  }

  @Bean
  CreativeController creativeController(Creatives creatives, CreativeStore store) {
    return new CreativeController(creatives, store);
  }
}
