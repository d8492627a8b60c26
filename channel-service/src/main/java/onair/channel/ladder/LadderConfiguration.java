package onair.channel.ladder;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the classes of ladders are put together; what they need from outside are beans. */
@Configuration(proxyBeanMethods = false)
public class LadderConfiguration {

  @Bean
  Ladders ladders() {
    return Ladders.bundled();
  }

  @Bean
  OwnLadders ownLadders(Ladders bundled, JdbcClient jdbc, InstantSource clock) {
    return new OwnLadders(bundled, new LadderStore(jdbc), clock);
  }

  @Bean
  LadderController ladderController(OwnLadders ladders) {
    return new LadderController(ladders);
  }
}
