package onair.channel;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Starts the channel service. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ChannelConfiguration.class)
public class ChannelApplication {

  public static void main(String[] args) {
    SpringApplication.run(ChannelApplication.class, args);
  }
}
