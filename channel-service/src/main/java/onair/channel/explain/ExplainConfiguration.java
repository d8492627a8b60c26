package onair.channel.explain;

import java.time.InstantSource;
import onair.channel.live.ChannelWhereabouts;
import onair.channel.timer.Endings;
import onair.common.reconcile.Agenda;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the classes of explanations are put together; what they need from outside are beans. */
@Configuration(proxyBeanMethods = false)
public class ExplainConfiguration {

  @Bean
  ExplainController explainController(
      ChannelWhereabouts channels, Endings endings, JdbcClient jdbc, InstantSource clock) {
    return new ExplainController(channels, endings, new Agenda(jdbc), clock);
  }
}
