package onair.ads.content;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Beans of what other services told. */
@Configuration(proxyBeanMethods = false)
public class ContentConfiguration {

  @Bean
  ContentStore contentStore(JdbcClient jdbc) {
    return new ContentStore(jdbc);
  }

  @Bean
  ContentListener contentListener(ContentStore store, ContentWatcher watcher) {
    return new ContentListener(store, watcher);
  }
}
