package onair.channel.health;

import java.time.InstantSource;
import onair.channel.live.ChannelDirectory;
import onair.channel.parts.Encoders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the classes of health are put together; what they need from outside are beans. */
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {

  @Bean
  HealthController healthController(
      ChannelDirectory channels, Encoders encoders, EncoderMetrics metrics, InstantSource clock) {
    var readings = new HealthReadings(encoders, metrics, clock);
    return new HealthController(
        channels, new ChannelHealth(readings), new HealthHistory(metrics, clock), clock);
  }
}
