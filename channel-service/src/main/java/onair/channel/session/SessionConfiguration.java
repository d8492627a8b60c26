package onair.channel.session;

import onair.common.event.Outbox;
import onair.common.reconcile.Wakes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Beans of sessions. */
@Configuration(proxyBeanMethods = false)
public class SessionConfiguration {

  /** Name of the reconciler that looks after channels. */
  private static final String CHANNELS = "channel";

  @Bean
  SessionStore sessionStore(JdbcClient jdbc) {
    return new SessionStore(jdbc);
  }

  @Bean
  Sessions sessions(SessionStore store, Outbox outbox, ObjectProvider<PackagingUse> uses) {
    return new Sessions(store, outbox, uses.orderedStream().toList());
  }

  @Bean
  RecordingListener recordingListener(SessionStore store, Wakes wakes) {
    return new RecordingListener(store, channel -> wakes.wake(CHANNELS, channel));
  }

  @Bean
  SessionController sessionController(SessionStore store) {
    return new SessionController(store);
  }
}
