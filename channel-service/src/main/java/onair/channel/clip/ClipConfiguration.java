package onair.channel.clip;

import java.time.InstantSource;
import onair.channel.session.Sessions;
import onair.common.event.Outbox;
import onair.common.reconcile.Wakes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Beans of clips; the channels they are made of are a bean. */
@Configuration(proxyBeanMethods = false)
public class ClipConfiguration {

  /** Name of the reconciler that looks after channels. */
  private static final String CHANNELS = "channel";

  @Bean
  ClipStore clipStore(JdbcClient jdbc) {
    return new ClipStore(jdbc);
  }

  @Bean
  ClipCommands clipCommands(
      ClipStore store,
      ClipSources sources,
      Sessions sessions,
      Outbox outbox,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new ClipCommands(store, sources, sessions, new ClipEvents(outbox), transactions, clock);
  }

  @Bean
  ClipController clipController(ClipCommands commands, ClipStore store, Sessions sessions) {
    return new ClipController(commands, store, sessions);
  }

  @Bean
  ClipListener clipListener(ClipStore store, Wakes wakes, InstantSource clock) {
    return new ClipListener(store, channel -> wakes.wake(CHANNELS, channel), clock);
  }
}
